import { lists } from '../../lists/index.js'
import type { List } from '../../lists/list.js'
import type { ListInput } from '../../lists/columns.js'
import { normalizeCondition, catalogueOf, selectRows, unmatchedValues, type Selected } from '../../lists/select.js'
import { readWhere, type Where } from '../../lists/where.js'
import { formatDay } from '../../model/day.js'
import { didYouMean } from '../../model/nearest.js'
import { counted } from '../../model/words.js'
import { UsageError } from '../../model/usage-error.js'
import { listRows } from '../../output/list-rows.js'
import { rowFormats } from '../../output/rows/index.js'
import { jsonRows } from '../../output/rows/json.js'
import { answerPolicy } from '../../policy/answers.js'
import { Option } from 'commander'
import { answeringOptions } from '../options.js'
import {
  argumentWithDefault,
  choicesOf,
  defineCommand,
  option,
  type OptionsOf,
  optionWithDefault,
  type TypedOption,
} from '../define-command.js'
import { openComplete, writeRows } from '../answer.js'
import type { Ports } from '../ports.js'
import { remark } from '../report-error.js'

const where: TypedOption<'where', readonly string[]> = {
  option: new Option('-w, --where <condition>', 'only rows that meet it: =, !=, >=, <=, >, <; may be repeated')
    .argParser((text: string, before: string[]) => [...before, text])
    .default([], 'every row'),
}
const options = [
  where,
  option('--sort <column>', 'sort by this column; a minus in front reverses the order'),
  option('--columns <names>', 'these columns, separated by commas; all shows every one', {
    completes: 'columns-in-a-row',
  }),
  optionWithDefault('--format <format>', 'output format', 'table', { choices: choicesOf(rowFormats) }),
  ...answeringOptions,
] as const
type Options = OptionsOf<typeof options>

const columnNames = () =>
  lists.map(({ name, columns }) => `  ${name}: ${columns.map((it) => it.key).join(', ')}`).join('\n')

export const list = defineCommand({
  name: 'list',
  description: 'List partnerships, organisations, documents, risks or actions',
  arguments: [argumentWithDefault('[what]', 'what is listed', 'partnerships', { choices: lists.map((it) => it.name) })],
  options,
  get notes() {
    return `Columns for --where, --sort and --columns (lists of partnerships, documents, risks and actions also know the facts of
policy conditions, such as tier, kind or annual-value):
${columnNames()}

A day that is not exact, such as 2019-06 or 2018/19, is compared as a whole: <= means up to its last day, >= from its
first, and = within it.

States of documents: held, expiring, expired, unsigned, missing, needed-before-start, not-applicable; perhaps-needed,
where what decides it is not known; replaced by a newer one, further (another of a kind that is required),
not-asked-for.`
  },
  examples: [
    "partners list --where 'annual-value>=1m' --sort -annual-value",
    'partners list --where kind=contract,grant --where lead=unknown',
    'partners list documents --where state=missing --where tier=major --format csv',
    "partners list risks --where 'score>=15'",
  ],
  run,
})

/** Lists what meets every condition; an empty list is not an error. */
async function run(ports: Ports, options: Options, what: string): Promise<void> {
  const wanted = lists.find((it) => it.name === what)!
  const columns = columnsOf(wanted, options.columns)
  const order = orderOf(wanted, options.sort)
  const { register, asOf, missing } = await openComplete(ports, options)
  const input: ListInput = { register, policy: answerPolicy(register, asOf), asOf }
  const wheres = options.where.map((it) => whereOf(wanted, it, input))
  const selected = selectRows(wanted, input, wheres, order)
  for (const { fact, word, meant } of unmatchedValues(wanted, input, wheres))
    remark(ports, `no row has ${fact} "${word}"${meant === undefined ? '' : `; did you mean ${meant}?`}`)
  const rows = listRows(wanted, selected.rows, columns, input)
  const { of, undecided } = selected
  await writeRows(ports, options, {
    tables: () => [rows],
    below: `${describeCount(wanted, selected, input)}, as of ${formatDay(asOf)}`,
    json: () => ({ what, asOf, incomplete: missing, of, undecided, rows: jsonRows(rows) }),
  })
}

function describeCount(wanted: List, { rows, of, undecided }: Selected, input: ListInput): string {
  const all = counted(of, wanted.name.slice(0, -1))
  const count = rows.length === of ? all : `${rows.length === 0 ? 'none' : rows.length} of ${all}`
  const how = wanted.counted?.(rows, input)
  const text = how === undefined ? count : `${count} (${how})`
  return undecided === 0 ? text : `${text}; ${undecided} more may belong here, as a value is not known`
}

/** @throws UsageError that marks the error in the condition */
function whereOf(wanted: List, text: string, input: ListInput): Where {
  const read = readWhere(text, catalogueOf(wanted), input.register.settings['financial-year-start'])
  if (!Array.isArray(read)) return normalizeCondition(wanted, input, read)
  const [{ start, end, message, hint }] = read as [(typeof read)[0]]
  throw new UsageError(message, hint, { text: `--where ${text}`, start: start + 8, end: end + 8 })
}

function columnsOf({ columns, shown, name }: List, written: string | undefined): readonly string[] {
  const keys = columns.map((it) => it.key)
  if (written === undefined) return shown
  if (written === 'all') return keys
  return written.split(',').map((it) => known(it.trim(), keys, name))
}

function orderOf({ columns, order, name }: List, written: string | undefined): string {
  if (written === undefined) return order
  const keys = columns.map((it) => it.key)
  known(written.replace(/^-/, ''), keys, name)
  return written
}

function known(key: string, keys: readonly string[], name: string): string {
  if (keys.includes(key)) return key
  throw new UsageError(`${name} have no column "${key}"`, didYouMean(key, keys))
}
