import { createRequire } from 'node:module'
import { BUILD_ID } from './build-id.js'

/**
 * Something that the build has made of the files of the package, beside the program (docs/decisions/0028-built-at-build.md);
 * undefined where sources are run, or it is not there: then the files themselves are read.
 */
export function built(name: string): unknown {
  if (BUILD_ID === undefined) return undefined
  try {
    return createRequire(import.meta.url)(`./built/${name}`)
  } catch {
    return undefined
  }
}
