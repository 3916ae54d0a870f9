import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackagePolicy } from '../model/built-policy.js'
import type { MapNode } from '../document/node.js'
import type { ReadRecord } from '../model/read-record.js'
import { built } from './built.js'
import { objectId } from './object-id.js'
import { placeWithin } from './place-within.js'
import { MAX_BYTES, bytesOf } from './read-files.js'

let root: string | undefined

/** Folder of the package: the nearest one above this module with a package.json, from dist/ and src/ alike. */
function packageRoot(): string {
  if (root !== undefined) return root
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return (root = folder)
}

/** A text that comes with the package; undefined when there is none of that name. Names cannot lead out of the package. */
export function packageText(...path: string[]): string | undefined {
  return packageBytes(path)?.toString('utf8')
}

/** Paths of the files in one of the package's folders, from the package's root, sorted; none when it is not there. */
export function packageFiles(folder: string): string[] {
  if (!isSafe(folder)) return []
  try {
    const entries = readdirSync(join(packageRoot(), folder), { withFileTypes: true })
    const paths = entries.flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? packageFiles(path) : entry.isFile() && isSafe(path) ? [path] : []
    })
    return paths.sort()
  } catch {
    return []
  }
}

/** A released policy by name. Where its bytes are those that the build read, they need not be read again. */
export function packagePolicy(name: string): PackagePolicy | undefined {
  const path = `policies/${name}.yaml`
  const bytes = /^[\w.-]+$/.test(name) ? packageBytes([path]) : undefined
  if (bytes === undefined) return undefined
  const id = `${name}.${objectId(bytes)}`
  const made = built(`${id}.json`) as Partial<ReadRecord> | undefined
  const record = made?.data === undefined ? undefined : (made as ReadRecord)
  const tree = record && (() => built(`${id}.tree.json`) as MapNode | undefined)
  return { path, bytes, record, tree }
}

export function packageVersion(): string {
  return (JSON.parse(packageText('package.json') ?? '{}') as { version?: string }).version ?? 'unknown'
}

function packageBytes(path: readonly string[]): Buffer | undefined {
  if (!path.every(isSafe)) return undefined
  try {
    return bytesOf(placeWithin(packageRoot(), path.join('/')), MAX_BYTES)
  } catch {
    return undefined
  }
}

/** No part begins with a dot, so that none is `..` or hidden. */
const isSafe = (path: string) => /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)
