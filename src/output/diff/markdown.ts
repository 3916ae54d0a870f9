import { FACT_KINDS, type Fact, type FactKind, type WordChange } from '../../diff/fact.js'
import type { Group } from '../../diff/register-diff.js'
import { shortened } from '../../diff/words.js'
import { sayDay } from '../../model/day.js'
import { capital, counted } from '../../model/words.js'
import { cell, summaryText } from '../markdown-cell.js'
import {
  findingLists,
  gravest,
  isNone,
  noticesOf,
  sayCounts,
  sayFindings,
  sayLine,
  sayReasons,
  WEIGHT_WORDS,
  whereOf,
  type DiffFormat,
  type DiffReport,
} from './report.js'

/** By this a job finds the comment that it wrote before; GitHub does not show it. */
const MARKER = '<!-- partners-diff -->'
/** GitHub takes comments of up to 65,536 characters. */
const MOST = 65_000

/** What changed as a comment of a pull request: a summary first, the details folded, and cut where it would be too long. */
export const markdown: DiffFormat = (report) => {
  if (isNone(report)) return ''
  const head = [MARKER, '## What this change means for the register', '', ...summary(report)]
  const [fresh, other] = findings(report)
  const details = [...policy(report), ...fresh, ...report.diff.groups.map((it) => group(it, report)), ...other]
  return `${withinBounds(`${head.join('\n')}\n`, details, report)}\n`
}

/** As many whole details as there is room for, and how many are left out. */
function withinBounds(head: string, details: readonly string[], { before, after }: DiffReport): string {
  const end = (left: number) =>
    left === 0
      ? ''
      : `\n\n**${counted(left, 'more section')} left out here, as a comment may be no longer.** \`partners diff\` from ${cell(before)} to ${cell(after)} shows them all.`
  let text = head
  for (const [index, detail] of details.entries()) {
    const left = details.length - index
    if (text.length + detail.length + end(left).length > MOST) return text.trimEnd() + end(left)
    text += `\n${detail}\n`
  }
  return text.trimEnd()
}

function summary(report: DiffReport): string[] {
  const { diff, before, after, asOf } = report
  const facts = diff.groups.flatMap((it) => it.facts)
  const grave = gravest(diff.groups)
  const changed = diff.totals.filter((it) => it.changed)
  return [
    `From ${cell(before)} to ${cell(after)}, as of ${sayDay(asOf)}: ${sayCounts(facts)} in ${counted(diff.groups.length, 'record')}; ${sayFindings(diff)}.`,
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
  ]
}
const MOST_GRAVE = 10

function kindRows(facts: readonly Fact[]): string[] {
  return (Object.keys(FACT_KINDS) as FactKind[]).flatMap((kind) => {
    const these = facts.filter((it) => it.kind === kind)
    if (these.length === 0) return []
    const worse = these.filter(({ weight }) => weight === 'alarm' || weight === 'worse').length
    const better = these.filter(({ weight }) => weight === 'better').length
    const other = these.length - worse - better
    return [`| ${capital(FACT_KINDS[kind])} | ${worse || ''} | ${better || ''} | ${other || ''} |`]
  })
}

function group({ record, facts }: Group, report: DiffReport): string {
  const name = record.name === record.id ? record.name : `${record.name} (${record.id})`
  const lines = facts.map((fact) => {
    const weight = WEIGHT_WORDS[fact.weight]
    const because = fact.because === undefined ? '' : sayReasons(fact.because, report)
    return [
      `- ${weight === '' ? '' : `**${weight}**: `}${cell(sayLine(fact))} <sub>${cell(whereOf(fact, report))}</sub>`,
      ...(fact.words === undefined ? [] : ['', `  > ${words(fact.words)}`, '']),
      ...(because === '' ? [] : [`  <br>because: ${cell(because)}`]),
    ].join('\n')
  })
  return folded(`${name}: ${sayCounts(facts)}`, lines)
}

function policy(report: DiffReport): string[] {
  const effect = report.diff.policy
  if (effect === undefined) return []
  const lines = effect.consequences.map(({ what, did, partnerships, because }) => {
    const names = partnerships.slice(0, MOST_NAMED).map((it) => it.name)
    const more = partnerships.length - names.length
    const reasons = sayReasons(because, report)
    return `- ${cell(`${what} ${did}`)}: ${counted(partnerships.length, 'partnership')} (${cell(names.join(', '))}${more > 0 ? ` and ${more} more` : ''})${reasons === '' ? '' : ` <br>because: ${cell(reasons)}`}`
  })
  const title = `Policy: ${effect.touched.length} of ${counted(effect.of, 'running partnership')} are asked otherwise`
  return [folded(title, lines.length === 0 ? ['Nothing is asked otherwise.'] : lines)]
}
const MOST_NAMED = 12

/** Findings that are new, and those that are gone. */
function findings(report: DiffReport): [fresh: string[], other: string[]] {
  const lists = findingLists(report.diff).map(({ title, isOld, findings: all }) => {
    const locator = isOld ? report.older : report.newer
    const rows = all
      .slice(0, MOST_FINDINGS)
      .map(
        ({ severity, code, message, at }) =>
          `| ${severity} | ${cell(code)} | ${cell(locator.say(at))} | ${cell(message)} |`,
      )
    const left = all.length - rows.length
    const table = ['| Severity | Rule | Where | What |', '| --- | --- | --- | --- |', ...rows]
    const text = folded(`${title}: ${all.length}`, [
      ...table,
      ...(left > 0 ? ['', `${counted(left, 'more finding')} left out here.`] : []),
    ])
    return { isOld, text }
  })
  return [lists.filter((it) => !it.isOld).map((it) => it.text), lists.filter((it) => it.isOld).map((it) => it.text)]
}
const MOST_FINDINGS = 100

const folded = (title: string, lines: readonly string[]) =>
  ['<details>', `<summary>${summaryText(title)}</summary>`, '', ...lines, '', '</details>'].join('\n')

/** Removed words are struck through, added ones bold. */
function words(all: readonly WordChange[]): string {
  const shown = shortened(all)
  return shown
    .map(({ op, text }, index) => {
      const escaped = cell(text)
      if (op === 'same' || escaped === '') return spaced(text, escaped)
      const isReplaced = op === 'removed' && shown[index + 1]?.op === 'added' // the two would run into each other
      return `${spaced(text, op === 'removed' ? `~~${escaped}~~` : `**${escaped}**`)}${isReplaced ? ' ' : ''}`
    })
    .join('')
}

/** The escape takes off the spaces around a text, which keep words apart here. */
const spaced = (text: string, escaped: string) =>
  `${/^\s/.test(text) ? ' ' : ''}${escaped}${/\s$/.test(text) && escaped !== '' ? ' ' : ''}`
