import { Chalk, type ChalkInstance } from 'chalk'
import wrapAnsi from 'wrap-ansi'
import type { Fact, RecordRef, WordChange } from '../../diff/fact.js'
import type { Group } from '../../diff/register-diff.js'
import { shortened } from '../../diff/words.js'
import { clean } from '../../model/clean.js'
import { formatDay } from '../../model/day.js'
import { counted, someOf } from '../../model/words.js'
import type { Finding } from '../../rules/check.js'
import { paintOf } from '../findings/terminal-text.js'
import { textRows } from '../rows/rows.js'
import { table } from '../rows/table.js'
import {
  countsByRule,
  findingLists,
  inShort,
  isNone,
  noticesOf,
  describeCounts,
  describeFindings,
  describeLine,
  describeReasons,
  titleOf,
  WEIGHT_WORDS,
  whose,
  type DiffFormat,
  type DiffReport,
  type DiffView,
} from './report.js'

/** As many records, and findings of each sort, as a person reads at once. */
const MOST = 30

/**
 * What changed for people in a terminal: by record, the gravest first; then policy, checks, totals, and a last line.
 */
export const pretty: DiffFormat = (report, view) => {
  if (isNone(report)) return ''
  const colour = new Chalk({ level: view.colour ? 1 : 0 })
  const page = new Page(report, view, colour)
  const { groups } = report.diff
  const shown = view.all ? groups : groups.slice(0, MOST)
  const blocks = [
    page.title(),
    ...noticesOf(report).map((it) => page.notice(it)),
    ...shown.map((it) => page.group(it)),
    ...left(groups.length - shown.length, 'more record'),
    ...page.policy(),
    ...page.findings(),
    ...page.totals(),
    page.summary(),
  ]
  return `${blocks.join('\n\n')}\n`
}

const left = (count: number, noun: string) => (count > 0 ? [`${counted(count, noun)} left out; --all shows them`] : [])

class Page {
  constructor(
    readonly report: DiffReport,
    readonly view: DiffView,
    readonly colour: ChalkInstance,
  ) {}

  title(): string {
    const { before, after, asOf } = this.report
    return this.#wrapped(this.colour.bold(clean(`From ${before} to ${after}, as of ${formatDay(asOf)}`)), '', '  ')
  }

  notice(text: string): string {
    return this.#wrapped(this.colour.yellow(clean(text)), '', '  ')
  }

  group({ record, facts }: Group): string {
    const head = `${this.colour.bold.underline(clean(inShort(titleOf(record))))}  ${this.colour.dim(clean(this.#fileOf(record, facts)))}`
    return [this.#wrapped(head, '', '  '), ...facts.map((it) => this.#fact(it))].join('\n')
  }

  policy(): string[] {
    const { policy } = this.report.diff
    if (policy === undefined) return []
    const head = this.colour.bold.underline('What the change of policy does')
    const touched = `${policy.touched.length} of ${counted(policy.of, 'running partnership')} have other requirements`
    const lines = policy.consequences.map(({ what, did, partnerships, because, becauseBefore }) => {
      const reasons = describeReasons({ because, becauseBefore }, this.report)
      const names = partnerships.map((it) => it.name)
      const text = `${what} ${did}: ${counted(names.length, 'partnership')} (${someOf(names, FEW)})`
      return [this.#row(this.colour.dim('-'), clean(text)), ...this.#because(reasons)].join('\n')
    })
    return [[head, this.#row('', touched), ...lines].join('\n')]
  }

  findings(): string[] {
    return findingLists(this.report.diff).map(({ title, isOld, findings }) => {
      if (isOld && findings.length > FEW_FINDINGS && !this.view.all) return this.#byRule(title, findings)
      const shown = this.view.all ? findings : findings.slice(0, MOST)
      const locator = isOld ? this.report.older : this.report.newer
      const lines = shown.map((finding) => {
        const { severity, code, message, at } = finding
        const place = this.colour.dim(clean(`${locator.say(at)}  ${code}`))
        const text = `${clean(`${whose(finding, locator)}: ${message}`)}  ${place}`
        return this.#row(paintOf(severity, this.colour)(severity), text)
      })
      const more = left(findings.length - shown.length, 'more finding')
      return [this.colour.bold.underline(title), ...lines, ...more].join('\n')
    })
  }

  /** Many findings that are gone are listed by rule, unless all are wanted. */
  #byRule(title: string, findings: readonly Finding[]): string {
    const rows = countsByRule(findings).map(({ severity, code, count, files }) =>
      this.#row(severity, `${count} of ${clean(code)} in ${counted(files, 'file')}`),
    )
    return [this.colour.bold.underline(title), ...rows].join('\n')
  }

  totals(): string[] {
    const changed = this.report.diff.totals.filter((it) => it.changed)
    if (changed.length === 0) return []
    const rows = changed.map(({ title, before, after }) => ({
      title,
      before: before ?? 'none',
      after: after ?? 'none',
    }))
    const headings = { title: 'The register as a whole', before: 'Before', after: 'After' }
    return [table(textRows(headings, rows), this.view).trimEnd()]
  }

  summary(): string {
    const { groups } = this.report.diff
    const facts = groups.flatMap((it) => it.facts)
    const text = `${describeCounts(facts)} in ${counted(groups.length, 'record')}; ${describeFindings(this.report.diff)}`
    const isGrave = facts.some(({ weight }) => weight === 'alarm' || weight === 'worse')
    return this.#wrapped((isGrave ? this.colour.red.bold : this.colour.bold)(text), '', '')
  }

  #fact(fact: Fact): string {
    const { red, green } = this.colour
    const paint = { alarm: red.bold, worse: red, neutral: String, better: green }[fact.weight]
    const { before, after } = fact
    const { older, newer } = this.report
    const was = before === undefined ? '' : older.locate(before).line
    const where = after === undefined ? `was line ${was}` : `line ${newer.locate(after).line}`
    const text = `${clean(describeLine(fact))}  ${this.colour.dim(where)}`
    return [
      this.#row(paint(WEIGHT_WORDS[fact.weight] || this.colour.dim('-')), text),
      ...(fact.words === undefined ? [] : [this.#wrapped(this.#words(fact.words), INDENT, INDENT)]),
      ...this.#because(describeReasons(fact, this.report)),
    ].join('\n')
  }

  #because(reasons: string): string[] {
    return reasons === ''
      ? []
      : [this.#wrapped(`${this.colour.dim('because:')} ${clean(reasons)}`, INDENT, `${INDENT}  `)]
  }

  /** Removed and added words in the brackets of git, so that they are seen without colour. */
  #words(words: readonly WordChange[]): string {
    return shortened(words)
      .map(({ op, text }) => {
        const line = clean(text)
        if (op === 'removed') return this.colour.red(`[-${line}-]`)
        return op === 'added' ? this.colour.green(`{+${line}+}`) : line
      })
      .join('')
  }

  /** The file of a record, also of one that was removed. */
  #fileOf({ file }: RecordRef, facts: readonly Fact[]): string {
    const locator = facts.every((it) => it.after === undefined) ? this.report.older : this.report.newer
    return locator.printed(file)
  }

  #row(mark: string, text: string): string {
    return this.#wrapped(text, `  ${mark}${' '.repeat(COLUMN - visible(mark))}`, INDENT)
  }

  #wrapped(text: string, first: string, rest: string): string {
    const room = Math.max(20, Math.min(this.view.width, 120) - rest.length)
    return wrapAnsi(text, room, { hard: true, trim: true })
      .split('\n')
      .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
      .join('\n')
  }
}

const FEW_FINDINGS = 10
const FEW = 5
/** The longest mark is `warning`. */
const COLUMN = 9
const INDENT = ' '.repeat(COLUMN + 2)
// oxlint-disable-next-line no-control-regex -- a colour begins with the control character escape
const visible = (text: string) => text.replace(/\u001B\[\d+m/g, '').length
