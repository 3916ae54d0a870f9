import { FACT_KINDS, type Fact, type FactKind, type WordChange } from '../../diff/fact.js'
import type { Group } from '../../diff/register-diff.js'
import { shortened } from '../../diff/words.js'
import { clean } from '../../model/clean.js'
import { formatDay } from '../../model/day.js'
import { namesMentioned } from '../../model/confidential.js'
import { capital, counted, formatNames, someOf } from '../../model/words.js'
import { cell, summaryText } from '../markdown-cell.js'
import type { Finding } from '../../rules/check.js'
import {
  countsByRule,
  findingLists,
  gravest,
  inShort,
  isNone,
  newsworthy,
  noticesOf,
  ofTheirOwn,
  describeCounts,
  describeFindings,
  describeLine,
  describeReasons,
  titleOf,
  WEIGHT_WORDS,
  whereOf,
  whose,
  type DiffFormat,
  type DiffReport,
} from './report.js'

/** A job finds its earlier comment by this; GitHub does not show it. */
const MARKER = '<!-- partners-diff -->'
const HEAD = [MARKER, '## What this change means for the register', '']
/** GitHub takes comments of up to 65,536 characters. */
const MOST = 65_000

/** A folded part of the comment. */
interface Section {
  readonly title: string
  /** Lines before the list, such as the head of a table. */
  readonly head?: readonly string[]
  readonly lines: readonly string[]
  /** The most room that it may take, so that some is left for what follows. */
  readonly most?: number
}

/**
 * What changed as a comment of a pull request: a summary first, the details folded, and cut where it would be too long.
 */
export const markdown: DiffFormat = (report) => {
  if (isNone(report)) return ''
  const [fresh, other] = findingSections(report)
  const groups = report.diff.groups.map((it) => ({
    isGrave: gravest([it]).length > 0,
    section: groupSection(it, report),
  }))
  const sections = [
    ...policySections(report),
    ...groups.filter((it) => it.isGrave).map((it) => it.section),
    ...fresh,
    ...groups.filter((it) => !it.isGrave).map((it) => it.section),
    ...other,
  ]
  const text = withinBounds([...HEAD, ...summary(report)].join('\n'), sections, report)
  const names = namesMentioned(text, report.diff.confidential)
  const notice = `**Not for publication:** the register marks as confidential ${cell(formatNames(names))}.`
  return `${names.length === 0 ? text : text.replace(HEAD.join('\n'), () => [...HEAD, notice, '', ''].join('\n'))}\n`
}

/** As many sections as there is room for, the last one in part; the rest is counted. */
function withinBounds(head: string, sections: readonly Section[], { command }: DiffReport): string {
  const end = `**Not all is shown here, as a comment may be no longer.** ${code(`${command} --all`)} shows the rest.`
  let text = head.trimEnd()
  let left = 0
  let isCut = false
  for (const section of sections) {
    const room = MOST - text.length - end.length - ROOM_TO_COUNT
    const shown = left > 0 ? undefined : folded(section, Math.min(room, section.most ?? room))
    if (shown === undefined) left++
    else text += `\n\n${shown.text}`
    isCut ||= shown?.isCut === true
  }
  if (left === 0 && !isCut) return text
  return `${text}\n\n${end}${left === 0 ? '' : ` ${counted(left, 'more section')}.`}`
}
const ROOM_TO_COUNT = 200

/** A section cut to the room that there is; undefined if not even its first line fits. */
function folded({ title, head = [], lines }: Section, room: number): { text: string; isCut: boolean } | undefined {
  const begin = ['<details>', `<summary>${summaryText(inShort(title))}</summary>`, '', ...head]
  let used = begin.join('\n').length + FRAME
  const fits = lines.findIndex((line) => (used += line.length + 1) > room)
  if (fits === 0) return undefined
  const shown = fits === -1 ? lines : lines.slice(0, fits)
  const cut = lines.length - shown.length
  const rest = cut === 0 ? [] : ['', `${counted(cut, 'more line')} left out here.`]
  return { text: [...begin, ...shown, ...rest, '', '</details>'].join('\n'), isCut: cut > 0 }
}
const FRAME = 80

function summary(report: DiffReport): string[] {
  const { diff, before, after, asOf } = report
  const facts = diff.groups.flatMap((it) => it.facts)
  const grave = gravest(diff.groups)
  const changed = diff.totals.filter((it) => it.changed)
  const errors = [...diff.findings.introduced, ...diff.findings.unsilenced]
    .filter((it) => it.severity === 'error')
    .map((it) => `${cell(whose(it, report.newer))}: ${cell(inShort(it.message))}`)
  return [
    `From ${cell(before)} to ${cell(after)}, as of ${formatDay(asOf)}: ${describeCounts(facts)} in ${counted(diff.groups.length, 'record')}; ${describeFindings(diff)}.`,
    '',
    ...noticesOf(report).flatMap((it) => [`**${cell(it)}**`, '']),
    ...(facts.length === 0
      ? []
      : ['| What changed | Worse | Better | Other |', '| --- | ---: | ---: | ---: |', ...kindRows(facts), '']),
    ...(changed.length === 0
      ? []
      : [
          '| The register as a whole | Before | After |',
          '| --- | --- | --- |',
          ...changed.map((it) => `| ${cell(it.title)} | ${cell(it.before ?? 'none')} | ${cell(it.after ?? 'none')} |`),
          '',
        ]),
    ...(grave.length === 0 ? [] : ['**To look at first**', '']),
    ...grave.slice(0, MOST_GRAVE).map(({ weight, text }) => `- **${WEIGHT_WORDS[weight]}**: ${cell(text)}`),
    ...(grave.length > MOST_GRAVE ? [`- and ${grave.length - MOST_GRAVE} more for the worse`] : []),
    ...listed('New errors', errors),
    ...listed('Partnerships that came, ended or changed in value', newsworthy(diff.groups).map(cell)),
  ]
}
const MOST_GRAVE = 10

/** A short list under a heading; nothing where it is empty. */
function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length - MOST_GRAVE
  const shown = lines.slice(0, MOST_GRAVE).map((it) => `- ${it}`)
  return ['', `**${title}**`, '', ...shown, ...(more > 0 ? [`- and ${more} more`] : [])]
}

function kindRows(facts: readonly Fact[]): string[] {
  return (Object.keys(FACT_KINDS) as FactKind[]).flatMap((kind) => {
    const these = ofTheirOwn(facts).filter((it) => it.kind === kind)
    if (these.length === 0) return []
    const worse = these.filter(({ weight }) => weight === 'alarm' || weight === 'worse').length
    const better = these.filter(({ weight }) => weight === 'better').length
    const other = these.length - worse - better
    return [`| ${capital(FACT_KINDS[kind])} | ${worse || ''} | ${better || ''} | ${other || ''} |`]
  })
}

function groupSection({ record, facts }: Group, report: DiffReport): Section {
  return { title: `${titleOf(record)}: ${describeCounts(facts)}`, lines: facts.map((it) => factLine(it, report)) }
}

function factLine(fact: Fact, report: DiffReport): string {
  const weight = WEIGHT_WORDS[fact.weight]
  const because = describeReasons(fact, report)
  return [
    `- ${weight === '' ? '' : `**${weight}**: `}${cell(describeLine(fact))} <sub>${cell(whereOf(fact, report))}</sub>`,
    ...(fact.words === undefined ? [] : ['', `  > ${words(fact.words)}`, '']),
    ...(because === '' ? [] : [`  <br>because: ${cell(because)}`]),
  ].join('\n')
}

function policySections(report: DiffReport): Section[] {
  const effect = report.diff.policy
  if (effect === undefined) return []
  const lines = effect.consequences.map((consequence) => {
    const { what, did, partnerships } = consequence
    const names = partnerships.map((it) => it.name)
    const reasons = describeReasons(consequence, report)
    const because = reasons === '' ? '' : ` <br>because: ${cell(reasons)}`
    return `- ${cell(`${what} ${did}`)}: ${counted(names.length, 'partnership')} (${cell(inShort(someOf(names, MOST_NAMED)))})${because}`
  })
  const title = `Policy: ${effect.touched.length} of ${counted(effect.of, 'running partnership')} have other requirements`
  return [{ title, lines: lines.length === 0 ? ['No requirement changes.'] : lines }]
}
const MOST_NAMED = 12

/** Findings that are new, and those that are gone. */
function findingSections(report: DiffReport): [fresh: Section[], other: Section[]] {
  const lists = findingLists(report.diff).map(({ title, isOld, isAllowed, findings: all }) => {
    // a new baseline accepts hundreds, and nobody has to look at these
    if (isAllowed || (isOld && all.length > MOST_OLD))
      return { isOld, section: { title: `${title}: ${all.length}`, lines: byRule(all) } }
    const locator = isOld ? report.older : report.newer
    const lines = all.map((finding) => {
      const { severity, code: rule, message, at } = finding
      const what = `${cell(whose(finding, locator))} | ${cell(inShort(message))}`
      return `| ${severity} | ${what} | ${cell(rule)} | ${cell(locator.say(at))} |`
    })
    const head = ['| Severity | Whose | What | Rule | Where |', '| --- | --- | --- | --- | --- |']
    return { isOld, section: { title: `${title}: ${all.length}`, head, lines, most: MOST / 4 } }
  })
  return [
    lists.filter((it) => !it.isOld).map((it) => it.section),
    lists.filter((it) => it.isOld).map((it) => it.section),
  ]
}

const MOST_OLD = 30

/** How many there are of each rule, and in how many files. */
const byRule = (findings: readonly Finding[]): string[] =>
  countsByRule(findings).map(
    ({ severity, code: rule, count, files }) =>
      `- ${count} of ${cell(rule)} (${severity}) in ${counted(files, 'file')}`,
  )

/** Text as code, without backticks, which would end it. */
const code = (text: string) => `\`${clean(text).replaceAll('`', '')}\``

/** Removed words are struck through, added ones underlined: by tags, as markdown fails beside commas and brackets. */
const words = (all: readonly WordChange[]): string =>
  shortened(all)
    .map(({ op, text }, index, shown) => {
      const tag = { same: undefined, removed: 'del', added: 'ins' }[op]
      const escaped = cell(text)
      const inner = tag === undefined || escaped === '' ? escaped : `<${tag}>${escaped}</${tag}>`
      const isReplaced = op === 'removed' && shown[index + 1]?.op === 'added' // the two would run into each other
      const isSpaced = escaped !== '' && (/\s$/.test(text) || isReplaced)
      return `${/^\s/.test(text) ? ' ' : ''}${inner}${isSpaced ? ' ' : ''}`
    })
    .join('')
