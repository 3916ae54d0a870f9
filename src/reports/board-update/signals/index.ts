import { countFigure } from '../../../figures/figure.js'
import { grouped } from '../../../model/order.js'
import type { Partnership } from '../../../model/partnership.js'
import { SIGNALS, type Escalation, type SignalName } from '../../../model/signals.js'
import { formatNames, lowerFirst } from '../../../model/words.js'
import { section } from '../../define-paper.js'
import { describeSelection } from '../../phrases.js'
import { count, rows, text } from '../../view-parts.js'
import type { Scope } from '../scope.js'
import { fromDocuments } from './from-documents.js'
import { fromGrades } from './from-grades.js'
import { fromRecords } from './from-records.js'
import { fromReviews } from './from-reviews.js'
import { fromRisks } from './from-risks.js'
import { isMajor, namesOrMajor, type Hit, type Signals } from './signal.js'

const ALL: Signals = { ...fromGrades, ...fromRisks, ...fromReviews, ...fromDocuments, ...fromRecords }

const list = rows({ title: text, count, text })

/** What the Board is alerted to, advised of and assured by: policy says which is which. */
export const signals = section({ alert: list, advise: list, assure: list }, (scope: Scope) => {
  const own = scope.policy.policy.single('signals') ?? {}
  const of = (level: Escalation) =>
    (Object.keys(SIGNALS) as SignalName[])
      .filter((name) => (own[name] ?? SIGNALS[name].usual) === level)
      .flatMap((name) => lineOf(name, ALL[name]?.(scope) ?? [], scope))
  return { alert: of('alert'), advise: of('advise'), assure: of('assure') }
})

/** A signal with all that it found, in one line; the figure traces each of them. */
function lineOf(name: SignalName, hits: readonly Hit[], scope: Scope) {
  if (hits.length === 0) return []
  const { label } = SIGNALS[name]
  const nameOf = (it: Hit) => it.partnership?.name ?? it.text ?? label
  return [
    {
      title: label,
      count: countFigure(
        lowerFirst(label),
        hits.map((it) => ({ name: it.partnership === undefined ? nameOf(it) : described(it), at: it.at })),
      ),
      text: sentences(
        hits,
        scope.top.filter((it) => isMajor(scope, it)),
      ),
    },
  ]
}

/** The most that a line names, each with what is said of it; the trace has all. */
const MOST = 6

/** Those of which the same is said are named together: `A and B: no grade; C: no sponsor`. */
function sentences(hits: readonly Hit[], major: readonly Partnership[]): string {
  if (hits.some((it) => it.lacks !== undefined)) return byFact(hits, major)
  const same = grouped(hits, (it) => (it.partnership === undefined ? `: ${it.text}` : (it.text ?? '')))
  const texts = same.map((all) => {
    const [{ partnership, text: said }] = all as [Hit]
    const names = namesOrMajor(
      all.flatMap((it) => it.partnership?.name ?? []),
      major,
      MOST,
    )
    return partnership === undefined ? (said ?? '') : said === undefined ? names : `${names}: ${said}`
  })
  const shown = texts.slice(0, MOST)
  return `${shown.join('; ')}${texts.length > MOST ? `; and ${texts.length - MOST} more` : ''}`
}

/** Facts with the partnerships that lack them; facts that the same ones lack are named together. */
function byFact(hits: readonly Hit[], major: readonly Partnership[]): string {
  const facts = [...new Set(hits.flatMap((it) => it.lacks ?? []))].map((fact) => ({
    fact,
    names: describeSelection(
      hits.filter((it) => it.lacks?.includes(fact)).flatMap((it) => it.partnership?.name ?? []),
      major.map((it) => it.name),
    ),
  }))
  return grouped(facts, (it) => it.names)
    .map(
      (same) => `${formatNames(same.map((it) => it.fact))} (${same[0]!.names.replace(/^every partnership$/, 'all')})`,
    )
    .join('; ')
}

const described = ({ partnership, text: said }: Hit) =>
  said === undefined ? partnership!.name : `${partnership!.name}: ${said}`
