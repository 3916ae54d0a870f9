import type { MapNode } from '../document/node.js'
import { readRecord, type ReadRecord } from './read-record.js'
import { parsedTree, type RecordSource } from './read-tree.js'
import type { SourceFile } from './source-file.js'

/** A policy of the package, with what the build has read of it where its bytes are still the same. */
export interface PackagePolicy extends SourceFile {
  /** As it is read where days in numbers have no order of their own. */
  readonly record?: ReadRecord
  /** Made when a place is asked for; undefined where it is not there after all. */
  readonly tree?: () => MapNode | undefined
}

/**
 * What reading a policy of the package produces; part of the build.
 * @throws when it has a mistake
 */
export function readPolicy(file: string, bytes: Uint8Array): { readonly record: ReadRecord; readonly tree: MapNode } {
  const source: RecordSource = { file, bytes, kind: 'policy' }
  const [record, tree] = [readRecord(source), parsedTree(source)]
  if (record === 'needs-explaining' || tree === undefined) throw new Error(`${file} does not parse`)
  if (!record.isWhole || record.problems.length > 0)
    throw new Error(`${file}: ${record.problems.map((it) => it.message).join('; ')}`)
  return { record, tree }
}
