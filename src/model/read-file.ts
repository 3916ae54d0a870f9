import { decode } from '../document/decode.js'
import type { MapNode } from '../document/node.js'
import { parsedTree } from './read-tree.js'
import type { Problem } from './problem.js'
import type { RecordKind } from './record-kinds.js'
import type { Spelling } from './spellings.js'

/**
 * A file of a register, for places: its text and its tree are made when they are asked for, as findings point at few
 * files of many.
 */
export class ReadFile {
  #text: string | undefined
  #root: { readonly made: MapNode | undefined } | undefined

  /**
   * @param bytes as they stand in the file; undefined when it could not be read
   * @param kind undefined for what has no tree: a template, or a record of which nothing could be read
   * @param tree what the build made of these bytes, where it is there
   */
  constructor(
    readonly file: string,
    readonly bytes: Uint8Array | undefined,
    readonly kind: RecordKind | undefined,
    readonly problems: readonly Problem[],
    readonly spellings: readonly Spelling[] = [],
    readonly tree?: () => MapNode | undefined,
  ) {}

  /** The text as far as it could be decoded; printed places and code frames are taken from it. */
  get text(): string {
    this.#text ??= this.bytes === undefined ? '' : decode(this.bytes).text
    return this.#text
  }

  /** Undefined when nothing could be read. */
  get root(): MapNode | undefined {
    const { file, bytes, kind } = this
    this.#root ??= { made: this.tree?.() ?? (bytes && kind && parsedTree({ file, bytes, kind })) }
    return this.#root.made
  }
}
