import { encodeLike, rawText } from '../document/decode.js'
import { CannotEdit, spliced, type Splice, type TreeEdit, type Written } from '../document/edit.js'
import { contentOf, editedContent, isSameContent } from '../document/edited-value.js'
import { editSplices } from '../document/edit-splices.js'
import type { Editable } from '../document/splices/place.js'
import { cutMarkdown, yamlOf } from '../document/markdown.js'
import { entryOf, type MapNode, Lines } from '../document/node.js'
import { removeSection, setSection } from '../document/splices/section.js'
import { entryLines, type YamlStyle } from '../document/write-lines.js'
import { narrativeHeadings } from './sections.js'
import type { RecordKind } from './record-kinds.js'
import { RECORD_SCHEMAS } from './record-schemas.js'
import { keysOf, metaAt, schemaAt } from './schema-walk.js'
import { isMisread } from './spellings.js'
import { parsedTree, type RecordSource } from './read-tree.js'
import { UsageError } from './usage-error.js'

/** A change of one value of a register's file. */
export type Edit = TreeEdit & { readonly file: string }

/**
 * A record's bytes after edits, which are made one after the other. All other bytes stay: comments, order, quotes, blank
 * lines, line endings, byte order mark. The result is read again, and must have the old values with just these edits.
 * @throws UsageError where the text is laid out so that an edit cannot be made safely
 */
export function editedBytes(source: RecordSource, edits: readonly TreeEdit[]): Uint8Array {
  let bytes = source.bytes
  for (const edit of edits) bytes = withOne({ ...source, bytes }, edit)
  return bytes
}

function withOne(source: RecordSource, edit: TreeEdit): Uint8Array {
  const { file, bytes } = source
  const before = parsedTree(source)
  if (before === undefined)
    throw new UsageError(`${file} cannot be read, so it is not edited`, 'partners validate reports why')
  const text = rawText(bytes)
  const after = encodeLike(spliced(text, splicesOf(source, before, text, edit)), bytes)
  const tree = parsedTree({ ...source, bytes: after })
  if (tree === undefined || !isSameContent(editedContent(contentOf(before), edit), contentOf(tree)))
    throw byHand(file, 'this place is laid out so that it cannot be changed safely', offsetOf(before, edit), text)
  return after
}

function splicesOf(source: RecordSource, root: MapNode, text: string, edit: TreeEdit): Splice[] {
  const section = sectionSplices(source, root, text, edit)
  if (section !== undefined) return section
  try {
    return editSplices(editable(source, root, text), edit)
  } catch (error) {
    if (error instanceof CannotEdit) throw byHand(source.file, error.message, error.offset, text)
    throw error
  }
}

const byHand = (file: string, why: string, offset: number, text: string) =>
  new UsageError(`${file}:${new Lines(text).position(offset).line}: ${why}`, 'make this change by hand')

function offsetOf(root: MapNode, { path }: TreeEdit): number {
  const [key] = path
  return (typeof key === 'string' ? entryOf(root, key)?.key : undefined)?.start ?? root.start
}

function editable({ file, kind }: RecordSource, root: MapNode, text: string): Editable {
  const { schema } = RECORD_SCHEMAS[kind]
  return {
    stretch: { text, ...yamlOf(file, text) },
    root,
    keysAt: (path) => keysOf(schemaAt(schema, path)),
    isQuoted: (path, written) => isMisread(metaAt(schema, path)?.kind, written),
  }
}

/** Edits of what is below the front matter: the prose of a partnership, the text of an update. */
function sectionSplices(
  { file, kind }: RecordSource,
  root: MapNode,
  text: string,
  edit: TreeEdit,
): Splice[] | undefined {
  if (!file.endsWith('.md')) return undefined
  const [key, index, part] = edit.path
  if (kind === 'partnership') {
    const headings = Object.entries(narrativeHeadings())
    const heading = headings.find(([, field]) => field === key)?.[0]
    const entry = entryOf(root, String(key))
    if (heading === undefined || edit.path.length > 1 || (entry !== undefined && entry.key.style !== 'section'))
      return undefined
    if (edit.op === 'remove') return removeSection(text, heading)
    if (edit.op !== 'set' || typeof edit.value !== 'string') return undefined
    const order = headings.map(([it]) => it)
    return [setSection(text, heading, edit.value, order)]
  }
  if (kind !== 'update' || key !== 'sections') return undefined
  const section = cutMarkdown(text).sections[Number(index)]
  if (section === undefined || part !== 'text' || edit.op !== 'set' || typeof edit.value !== 'string')
    throw new UsageError(`the sections of ${file} are its ## headings`, 'write them by hand')
  return [setSection(text, section.heading, edit.value, [])]
}

/** The text of a new record: keys in the given order, in the layout of this release. */
export function newRecordText(kind: RecordKind, value: Readonly<Record<string, Written>>): string {
  const { schema } = RECORD_SCHEMAS[kind]
  const style: YamlStyle = {
    dashIndent: 2,
    itemIndent: 2,
    isQuoted: (path, written) => isMisread(metaAt(schema, path)?.kind, written),
  }
  const lines = Object.entries(value).flatMap(([key, it]) => entryLines(key, it, [key], 0, style))
  return `${lines.join('\n')}\n`
}
