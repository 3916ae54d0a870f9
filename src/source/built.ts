import { createRequire } from 'node:module'

/**
 * Something that the build has made of the files of the package, beside the program (docs/decisions/0028-built-at-build.md);
 * undefined where it is not there, as when sources are run: then the files themselves are read.
 */
export function built(name: string): unknown {
  try {
    return createRequire(import.meta.url)(`./built/${name}`)
  } catch {
    return undefined
  }
}
