import * as z from 'zod'
import { FACT_KINDS, type FactKind } from '../../diff/fact.js'
import { accountBetween, datedAccount, type Counted, type Line } from '../../diff/since/index.js'
import { THEMES, type Theme } from '../../diff/since/themes.js'
import { countFigure } from '../../figures/figure.js'
import { at, type Place } from '../../model/place.js'
import { capital, inWords, someOf } from '../../model/words.js'
import { section } from '../define-paper.js'
import { count, flag, group, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const changeView = rows({ name: text, text, course: z.enum(['better', 'worse']).nullable() })

/** Half a page. */
const MOST_FIRST = 10

const shape = {
  since: group({
    said: text,
    /** False where no earlier state of the register is kept, and only dated entries count. */
    hasHistory: flag,
    /** Records of the earlier state that could not be read. */
    incomplete: texts,
    /** Records of the present state that could not be read. */
    unread: texts,
    kinds: rows({ title: text, count, changes: changeView }),
    /** Those to look at first, as many as have room beside the headlines; are there more? */
    first: changeView,
    hasMore: flag,
    /** What is not listed one by one: how many changes of each kind. */
    others: rows({ title: text, count }),
    /** Totals that are not what they were; null where there was or is none. */
    totals: rows({ title: text, before: maybe, after: maybe }),
  }).nullable(),
}

/** What changed since the chosen state, by theme; null when none was chosen. */
export const since = section(shape, ({ register, policy, asOf, since: chosen }: Scope) => {
  if (chosen === undefined) return {}
  const after = { register, policy, asOf }
  const { before, day, said } = chosen
  const { lines, others, totals } = before === undefined ? datedAccount(after, day) : accountBetween(before, after, day)
  return {
    since: {
      said,
      hasHistory: before !== undefined,
      incomplete: unreadableFiles(before?.register),
      unread: unreadableFiles(before && register),
      first: lines
        .toSorted((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight))
        .slice(0, MOST_FIRST)
        .map(rowOf),
      hasMore: lines.length > MOST_FIRST || others.length > 0,
      kinds: (Object.keys(THEMES) as Theme[]).flatMap((theme) => ofTheme(theme, lines, register) ?? []),
      others: (Object.keys(FACT_KINDS) as FactKind[]).flatMap((kind) => countOf(kind, others, register) ?? []),
      totals: totals.map(({ title, before: was, after: is }) => ({ title, before: was, after: is })),
    },
  }
})

/** What could not be read in a state, and so not be compared. */
const unreadableFiles = (register: Scope['register'] | undefined): string[] =>
  (register?.unreadable ?? []).map(({ kind, id }) => `${inWords(kind)} ${id}`)

function ofTheme(theme: Theme, lines: readonly Line[], register: Scope['register']) {
  const these = lines.filter((it) => it.theme === theme)
  if (these.length === 0) return undefined
  const title = THEMES[theme]
  return {
    title: capital(title),
    count: counted(
      title,
      these.map((it) => ({ name: namesOf(it), after: it.after })),
      register,
    ),
    changes: these.map(rowOf),
  }
}

const rowOf = (it: Line) => ({ name: namesOf(it), text: it.text, course: COURSES[it.weight] })

/** What is worse is read first. */
const WEIGHTS: readonly Line['weight'][] = ['alarm', 'worse', 'better', 'neutral']

const COURSES = { alarm: 'worse', worse: 'worse', neutral: undefined, better: 'better' } as const

function countOf(kind: FactKind, others: readonly Counted[], register: Scope['register']) {
  const these = others.filter((it) => it.kind === kind)
  const title = kind === 'renamed' ? 'ids' : FACT_KINDS[kind] // another name is listed
  return these.length === 0 ? undefined : { title, count: counted(title, these, register) }
}

/** What is gone has no place in the present files. */
const counted = (
  title: string,
  all: readonly { readonly name: string; readonly after: Place | undefined }[],
  register: Scope['register'],
) =>
  countFigure(
    `changes of ${title}`,
    all.map((it) => ({ name: it.name, at: it.after ?? at(register.settings, 'name') })),
  )

const namesOf = ({ of }: Line) =>
  someOf(
    of.map((it) => it.name),
    MOST_NAMED,
  )
const MOST_NAMED = 6
