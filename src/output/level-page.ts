import { formatCondition } from '../model/condition.js'
import { formatInexactDay, type Day } from '../model/day.js'
import { formatForce, type Basis } from '../model/grounds.js'
import { capital } from '../model/words.js'
import { describeValidity } from '../policy/describe-validity.js'
import type { LevelMatrix, LevelRow, Requirement } from '../policy/level-matrix.js'
import { mustFirst } from '../reports/rows/completeness.js'
import { cell } from './markdown-cell.js'
import { markdown } from './rows/markdown.js'
import { textRows } from './rows/rows.js'

/** What the page says besides its matrix. */
interface LevelPageContext {
  readonly organisation: string
  /** The policy, and those that it extends. */
  readonly policy: string
  readonly currency: string
  readonly asOf: Day
  /** The title of a type of document. */
  readonly titleOf: (type: string) => string
}

/** Which levels of information governance need which documents, on one page for those who decide on it. */
export function levelPage({ levels, rows }: LevelMatrix, context: LevelPageContext): string {
  const lasting = rows.filter(({ data: { 'applies-to': to } }) => to === undefined || to.last >= context.asOf)
  const sorted = mustFirst(lasting, ({ data }) => data.basis)
  const matrix = { levels, rows: sorted.toSorted((a, b) => Number(isLittleDecided(a)) - Number(isLittleDecided(b))) }
  const notes: string[] = []
  return [
    '# Information governance: which level needs which document\n',
    `${cell(`${context.organisation}: ${context.policy}.`)}\n`,
    `The level of a partnership follows from what the register says of its data; of several that apply, the rightmost counts. “Required”
is what every partnership of a level needs, and “–” what none does.\n`,
    requirementTable(matrix, context, notes),
    ...(notes.length === 0 ? [] : [`${notes.map((it, index) => `${index + 1}. ${cell(it)}`).join('\n')}\n`]),
    '## What they rest on\n',
    groundsTable(matrix, context),
    '## Who decides\n',
    whoDecides(matrix),
    '| Agreed by | Signature | Date |\n| --- | --- | --- |\n| Head of Information Governance | | |\n',
  ].join('\n')
}

/** Where something else has to be known at every level, it depends on the data only in part: these come last. */
const isLittleDecided = ({ requirements }: LevelRow) => requirements.every((it) => typeof it === 'object')

/** @param notes gets the conditions that are too long for a cell */
function requirementTable({ levels, rows }: LevelMatrix, { currency, asOf }: LevelPageContext, notes: string[]) {
  const format = (requirement: Requirement) => {
    if (requirement === 'required') return 'required'
    if (requirement === 'not-required') return '–'
    const words = formatCondition(requirement, currency)
    if (words.length <= ROOM_IN_CELL) return `if ${words}`
    const note = `${capital(words)}.`
    if (!notes.includes(note)) notes.push(note)
    return `if note ${notes.indexOf(note) + 1}`
  }
  const headings = levels.map(
    ({ id, data }, index) => [`level-${index}`, [id, data.title].filter(Boolean).join(': ')] as const,
  )
  return markdown(
    textRows(
      { document: 'Document', force: 'Must or should', ...Object.fromEntries(headings) },
      rows.map((row) => ({
        document: titleOn(row, asOf),
        force: formatForce(row.data.basis),
        ...Object.fromEntries(row.requirements.map((it, index) => [`level-${index}`, format(it)])),
      })),
    ),
  )
}

const ROOM_IN_CELL = 60

/** What is not in force yet says from which day it will be. */
function titleOn({ id, data }: LevelRow, asOf: Day): string {
  const { title = id, 'applies-from': from } = data
  return from !== undefined && from.first > asOf ? `${title} (from ${formatInexactDay(from)})` : title
}

const groundsTable = ({ rows }: LevelMatrix, { titleOf, asOf }: LevelPageContext) =>
  markdown(
    textRows(
      {
        document: 'Document',
        source: 'Source',
        valid: 'Valid for',
        signed: 'Signed by',
        held: 'For each',
        instead: 'Will do as well',
      },
      rows.map((row) => ({
        document: titleOn(row, asOf),
        source: row.data.source ?? '–',
        valid: describeValidity(row.data),
        signed: row.data['signed-by'] ?? '–',
        held: row.data['held-by'] === 'partner' ? 'partner' : 'partnership',
        instead: row.data['satisfied-by'].map(titleOf).join('; ') || '–',
      })),
    ),
  )

/** Documents by who decides on them, as far as there are any. */
function whoDecides({ rows }: LevelMatrix): string {
  const lines = WHO_DECIDES.flatMap(({ who, bases, more = [] }) => {
    const titles = rows.filter(({ data }) => bases.includes(data.basis)).map(({ id, data }) => data.title ?? id)
    const all = titles.concat(more).join('; ')
    return all === '' ? [] : [`- **${who}:** ${cell(all)}.`]
  })
  return `${lines.join('\n')}\n`
}

const WHO_DECIDES: readonly { who: string; bases: readonly (Basis | undefined)[]; more?: string }[] = [
  { who: 'Decided by the law', bases: ['law', 'regulation'] },
  { who: 'Decided by the NHS Standard Contract', bases: ['standard-contract'] },
  { who: 'Advised by guidance', bases: ['guidance'] },
  { who: 'Decided by ourselves', bases: ['ours', undefined] },
  {
    who: 'For you to decide',
    bases: ['proposal'],
    more: 'how long each document is valid, where its source does not say',
  },
]
