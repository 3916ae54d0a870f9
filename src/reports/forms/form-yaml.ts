import { entryLines, foldedLines, type YamlStyle } from '../../document/write-lines.js'
import { clean } from '../../model/clean.js'
import type { Form, FormField, FormQuestion, FormSection, Listing } from './form.js'

/** A form as YAML, to fill in and to give to `partners record … --from`; a comment above each question says what is asked. */
export function formYaml(form: Form): string {
  const blocks = [
    [...comment(form.title, 0), '#', ...form.about.flatMap((it) => comment(it, 0)), ...HOW],
    [
      ...line('form', form.name, 0),
      ...(form.for === undefined ? [...comment(FOR[form.name], 0), 'for:'] : line('for', form.for, 0)),
      ...form.head.flatMap((it) => fieldLines(it, 0)),
    ],
    ...listings(form).map((it) => listingLines(form, it)),
  ]
  return `${blocks.map((it) => it.join('\n')).join('\n\n')}\n`
}

const HOW = [
  '#',
  '# Write after the colon. What stays blank is not answered. Lines that begin with # are explanations.',
]

const FOR: Record<Form['name'], string> = {
  'self-assessment': 'the organisation, such as organisations/ID',
  'risk-profile': 'the partnership, such as partnerships/ID',
  screening: 'the partnership, such as partnerships/ID',
  'quality-review': 'the partnership, such as partnerships/ID',
}

/** What the form has answers of, in its order. */
const listings = ({ sections }: Form): Listing[] => [
  ...new Set(sections.flatMap((it) => it.questions.map((question) => question.in))),
]

function listingLines({ sections }: Form, listing: Listing): string[] {
  const scales = listing === 'risks' ? sections.flatMap(scaleLines) : []
  const lines = sections.flatMap(({ title, text, questions }) => {
    const own = questions.filter((it) => it.in === listing)
    if (own.length === 0) return []
    const head = ['', ...comment(title.toUpperCase(), 2), ...(text === undefined ? [] : comment(text, 2))]
    return [...head, ...own.flatMap((it) => questionLines(it, listing))]
  })
  return [...scales, `${listing}:`, ...lines]
}

/** `Likelihood: 1 rare, 2 unlikely, …` */
function scaleLines({ title, table }: FormSection): string[] {
  return table === undefined ? [] : comment(`${title}: ${table.rows.map((row) => row.join(' ')).join(', ')}`, 0)
}

function questionLines({ text, notes, fields }: FormQuestion, listing: Listing): string[] {
  if (listing === 'answers')
    return [
      '',
      ...comment(text, 2),
      ...notes.flatMap((it) => comment(it, 2)),
      ...line(fields[0]!.key, fields[0]!.last, 2),
    ]
  const [first = '', ...rest] = fields.flatMap((it) => fieldLines(it, 4, false))
  return ['', ...comment(text, 2), `  - ${first.trimStart()}`, ...rest]
}

/** A key with its value, and what it means: above it, or for the short fields of a list at its end where there is room. */
function fieldLines({ key, label, help, last, isFixed }: FormField, indent: number, isAbove = true): string[] {
  const about = `${label}${help === undefined ? '' : `: ${help}`}`
  const lines = line(key, last, indent)
  if (isFixed) return lines
  if (isAbove) return [...comment(about, indent), ...lines]
  return last === undefined ? [`${lines[0]} # ${clean(about)}`] : lines
}

const STYLE: YamlStyle = { dashIndent: 2, itemIndent: 2, isQuoted: () => false }

const line = (key: string, value: string | undefined, indent: number): string[] =>
  value === undefined ? [`${' '.repeat(indent)}${key}:`] : entryLines(key, value, [key], indent, STYLE)

/** Lines of a comment, none of which a name in it can end. */
const comment = (text: string, indent: number): string[] =>
  (foldedLines(clean(text).replace(/\s+/g, ' ').trim(), 100 - indent) ?? [clean(text)]).map(
    (it) => `${' '.repeat(indent)}# ${it}`,
  )
