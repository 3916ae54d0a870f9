import * as fc from 'fast-check'
import type { Path } from '../../src/document/node.js'

/** A line of a record, and what it is a part of: a comment line of the value below it. */
export interface OwnedLine {
  readonly text: string
  readonly path: Path
  readonly isComment: boolean
}

/** How a random record is laid out: each choice is taken in turn. */
interface Layout {
  readonly next: () => boolean
  readonly dashIndent: number
}

let marks = 0
/** A comment that no other line has. */
const mark = (says: string) => `# ${says} ${++marks}`

function lines(layout: Layout, indent: string, text: string, path: Path, own = ''): OwnedLine[] {
  const above = layout.next() ? [{ text: `${' '.repeat(indent.length)}${mark('above')}`, path, isComment: true }] : []
  const behind = layout.next() ? ` ${mark('behind')}` : ''
  return [...above, { text: `${indent}${own}${text}${behind}`, path, isComment: false }]
}

/** The keys of a map, one below the other; the first one may stand behind a dash. */
function block(layout: Layout, map: Readonly<Record<string, string>>, indent: string, path: Path, dash = false) {
  return Object.entries(map).flatMap(([key, value], index) => {
    const text = `${key}: ${value}`
    const deep = dash ? `${indent}  ` : indent
    // what stands above a dash is about the item
    if (dash && index === 0) {
      const [line] = lines({ ...layout, next: () => false }, indent, `- ${text}`, [...path, key])
      const above = layout.next() ? [{ text: `${indent}${mark('above')}`, path, isComment: true }] : []
      return [...above, { ...line!, text: layout.next() ? `${line!.text} ${mark('behind')}` : line!.text }]
    }
    return lines(layout, deep, text, [...path, key])
  })
}

/** A list or map in brackets, on one line or several. */
function flow(layout: Layout, key: string, members: readonly (readonly [Path, string])[], [open, close]: string) {
  if (layout.next())
    return lines(layout, '', `${key}: ${open}${members.map(([, text]) => text).join(', ')}${close}`, [key])
  const hasLastComma = layout.next()
  return [
    ...lines(layout, '', `${key}: ${open}`, [key]),
    ...members.flatMap(([path, text], index) =>
      lines(layout, '    ', `${text}${index < members.length - 1 || hasLastComma ? ',' : ''}`, path),
    ),
    { text: `  ${close}`, path: [key], isComment: false },
  ]
}

const PARTNERS: readonly Readonly<Record<string, string>>[] = [
  { organisation: 'us', role: 'lead', note: 'First' },
  { organisation: 'mind', note: 'Second' },
]
const RISKS: readonly Readonly<Record<string, string>>[] = [
  { id: 'workforce', title: 'Vacancies', likelihood: '4' },
  { id: 'funding', title: 'Money', likelihood: '2' },
  { id: 'data', title: 'Data' },
]

function record(choices: readonly boolean[], dashIndent: number): OwnedLine[] {
  let at = 0
  const layout: Layout = { next: () => choices[at++ % choices.length]!, dashIndent }
  const indent = ' '.repeat(dashIndent)
  const list = (key: string, items: readonly Readonly<Record<string, string>>[]) => [
    ...lines(layout, '', `${key}:`, [key]),
    ...items.flatMap((it, index) => block(layout, it, indent, [key, index], true)),
  ]
  return [
    ...lines(layout, '', 'name: Alpha', ['name']),
    ...flow(
      layout,
      'aliases',
      ['One', 'Two', 'Three'].map((it, index) => [['aliases', index], it]),
      '[]',
    ),
    ...lines(layout, '', 'status: active', ['status']),
    ...lines(layout, '', 'value:', ['value']),
    ...block(layout, { amount: '2m', basis: 'up-to', per: 'year' }, '  ', ['value']),
    ...list('partners', PARTNERS),
    ...list('risks', RISKS),
    ...flow(
      layout,
      'unknown',
      [
        [['unknown', 'exit'], 'exit: With the lawyers'],
        [['unknown', 'lead'], 'lead: Not named'],
        [['unknown', 'end'], 'end: Open'],
      ],
      '{}',
    ),
  ]
}

/** The lines of a partnership with comments wherever YAML allows one, laid out in many ways. */
export const laidOut: fc.Arbitrary<readonly OwnedLine[]> = fc
  .tuple(fc.array(fc.boolean(), { minLength: 7, maxLength: 60 }), fc.constantFrom(0, 2))
  .map(([choices, dashIndent]) => record(choices, dashIndent))
