import { Argument, Command, Option } from 'commander'
import { lists } from '../../lists/index.js'
import type { List, ListInput } from '../../lists/list.js'
import { normalizeCondition, catalogueOf, selectRows, unmatchedValues, type Selected } from '../../lists/select.js'
import { readWhere, type Where } from '../../lists/where.js'
import { jsonText } from '../../model/clean.js'
import { formatDay } from '../../model/day.js'
import { didYouMean } from '../../model/did-you-mean.js'
import { counted } from '../../model/words.js'
import { UsageError } from '../../model/usage-error.js'
import { listRows } from '../../output/list-rows.js'
import type { Rows } from '../../output/rows/rows.js'
import { answerPolicy } from '../../policy/answers.js'
import { completing } from '../completes.js'
import { openComplete } from '../open-complete.js'
import { asOfOption } from '../as-of.js'
import {
  colourOptions,
  incompleteOption,
  mayColour,
  outOption,
  noCacheOption,
  registerOption,
  revisionOption,
} from '../options.js'
import { write } from '../output.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { remark } from '../report-error.js'

const FORMATS = ['table', 'json', 'csv', 'markdown'] as const

interface ListOptions {
  register?: string
  cache?: boolean
  revision?: string
  asOf?: string
  where: string[]
  sort?: string
  columns?: string
  format: (typeof FORMATS)[number]
  out?: string
  incomplete?: boolean
  color?: boolean
}

export const list = (ports: Ports, exit: Exit) =>
  colourOptions(
    completing(new Command('list'), { '--columns': 'columns-in-a-row' })
      .description('list partnerships, organisations, documents, risks or actions')
      .addArgument(new Argument('[what]', 'what is listed').choices(lists.map((it) => it.name)).default('partnerships'))
      .addOption(registerOption())
      .addOption(noCacheOption())
      .addOption(revisionOption())
      .addOption(
        new Option('-w, --where <condition>', 'only rows of which it holds: =, !=, >=, <=, >, <; may be repeated')
          .argParser((text: string, before: string[]) => [...before, text])
          .default([], 'every row'),
      )
      .option('--sort <column>', 'in order of this column; a minus in front turns it round')
      .option('--columns <names>', 'these columns, with commas between; all shows every one')
      .addOption(asOfOption())
      .addOption(new Option('--format <format>', 'how it is written').choices([...FORMATS]).default('table'))
      .addOption(outOption())
      .addOption(incompleteOption()),
  )
    .addHelpText('after', help)
    .action(async (what: string, options: ListOptions) => exit(await runList(ports, what, options)))

const columnNames = () =>
  lists.map(({ name, columns }) => `  ${name}: ${columns.map((it) => it.key).join(', ')}`).join('\n')
const help = () => `
Columns, which --where, --sort and --columns name (lists of partnerships, documents, risks and actions can be asked for the
facts that policy conditions know, too, such as tier, kind or annual-value):
${columnNames()}

A day that is not exact, such as 2019-06 or 2018/19, is compared as a whole: up to its last day, from its first, within.
States of documents: held, expiring, expired, unsigned, missing, needed-before-start, not-applicable; perhaps-needed, as
what decides it is not known; replaced by a newer one that answers for it, further (one more of a kind that is asked for),
not-asked-for.

Examples:
  $ partners list --where 'annual-value>=1m' --sort -annual-value
  $ partners list --where kind=contract,grant --where lead=unknown
  $ partners list documents --where state=missing --where tier=major --format csv
  $ partners list risks --where 'score>=15'`

/** Lists what meets every condition; a list of nothing says so, and is no error. */
export async function runList(ports: Ports, what: string, options: ListOptions): Promise<ExitCode> {
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
  const about = `${describeCount(wanted, selected, input)}, as of ${formatDay(asOf)}`
  write(
    ports,
    options.out,
    await formatted(ports, options, rows, about, {
      what,
      asOf,
      incomplete: missing,
      of: selected.of,
      undecided: selected.undecided,
    }),
  )
  return 0
}

async function formatted(ports: Ports, options: ListOptions, rows: Rows, about: string, head: object): Promise<string> {
  switch (options.format) {
    case 'json': {
      const { jsonRows } = await import('../../output/rows/json.js')
      return jsonText({ schemaVersion: 1, ...head, rows: jsonRows(rows) })
    }
    case 'csv':
      return (await import('../../output/rows/csv.js')).csv(rows)
    case 'markdown': {
      const { markdown } = await import('../../output/rows/markdown.js')
      return rows.rows.length === 0 ? `${about}\n` : `${markdown(rows)}\n${about}\n`
    }
    case 'table': {
      const { table } = await import('../../output/rows/table.js')
      const colour = options.out === undefined && mayColour(ports, options.color)
      return rows.rows.length === 0 ? `${about}\n` : `${table(rows, { width: ports.stdout.width, colour })}\n${about}\n`
    }
  }
}

function describeCount(wanted: List, { rows, of, undecided }: Selected, input: ListInput): string {
  const all = counted(of, wanted.name.slice(0, -1))
  const count = rows.length === of ? all : `${rows.length === 0 ? 'none' : rows.length} of ${all}`
  const how = wanted.counted?.(rows, input)
  const said = how === undefined ? count : `${count} (${how})`
  return undecided === 0 ? said : `${said}; of ${undecided} more it is not known whether they belong here`
}

/** @throws UsageError that shows the place in the condition */
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
  known(
    written.replace(/^-/, ''),
    columns.map((it) => it.key),
    name,
  )
  return written
}

function known(key: string, keys: readonly string[], name: string): string {
  if (keys.includes(key)) return key
  throw new UsageError(`${name} have no column "${key}"`, didYouMean(key, keys))
}
