import { decode } from '../document/decode.js'
import type { MapNode } from '../document/node.js'
import { parsedTree } from './read-tree.js'
import type { Problem } from './fix.js'
import type { RecordKind } from './record-kinds.js'
import type { Spelling } from './spellings.js'

/** A file of a register, for places. Its text and tree are made when needed, as findings are about few files of many. */
export class ReadFile {
  #text: string | undefined
  #root: { readonly made: MapNode | undefined } | undefined

  /**
   * @param bytes undefined when the file could not be read
   * @param kind undefined where there is no tree: for a template, or a record of which nothing could be read
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

  /** The text as far as it could be decoded, for printed places and code frames. */
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
