import { entryOf } from '../about/about.js'
import { BASIS_WORDS } from '../../model/grounds.js'
import { definePaper, section } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import type { PaperInput } from '../paper.js'
import { countPartnerships } from '../phrases.js'
import { count, flag, maybe, rows, text, texts } from '../view-parts.js'
import { pack } from './pack.js'
import { packScope } from './scope.js'
import { sampleOf, type Sample, type Sampled } from './sample.js'

interface Scope extends PaperInput {
  readonly drawn: Sample
}

/** How the sample was drawn, so that it can be drawn again. */
const method = section(
  {
    /** Were the partnerships named, and not drawn? */
    named: flag,
    seed: text,
    /** How many were to be drawn; null where they were named. */
    size: maybe,
    isAll: flag,
    tier: text,
    population: count,
    /** Those of it that are only proposed. */
    proposed: count,
    highest: count,
    drawn: count,
    sample: rows({ name: text, why: text, number: maybe, tier: text, file: text }),
    /** Those of the population that are not in the sample. */
    left: texts,
  },
  (scope: Scope) => {
    const { policy, sample, drawn } = scope
    const { seed, size, isAll, tier, population, sampled } = drawn
    const of = (why: Sampled['why']) => sampled.filter((it) => it.why === why).map((it) => it.partnership)
    const inSample = new Set(sampled.map((it) => it.partnership))
    const proposed = population.filter((it) => it.status === 'proposed')
    return {
      named: (sample?.ids.length ?? 0) > 0,
      seed,
      size: size?.toString(),
      isAll,
      tier,
      population: countPartnerships('partnerships that have not ended, each with its parts', population),
      proposed: countPartnerships('partnerships of them that are only proposed', proposed),
      highest: countPartnerships(`partnerships that policy makes ${tier}`, of('highest tier')),
      drawn: countPartnerships(`partnerships drawn with the seed ${seed}`, of('drawn')),
      sample: sampled.map(({ partnership, why, number }) => ({
        name: partnership.name,
        why: why === 'highest tier' ? 'of the highest tier' : why,
        number,
        tier: policy.tier(partnership).id,
        file: entryOf({ ...scope, partnership }),
      })),
      left: population.filter((it) => !inSample.has(it)).map((it) => it.name),
    }
  },
)

const packs = section(
  {
    packs: rows(pack.shape),
    /** What each document that is required of any of them rests on, in the order of the policy. */
    requirements: rows({ title: text, basis: text, source: maybe }),
  },
  (scope: Scope) => {
    const packs = scope.drawn.sampled.map((it) => pack.build(packScope(scope, it, scope.check!)))
    const required = new Set(packs.flatMap((it) => it.documents.list.map(({ title }) => title)))
    return {
      packs,
      requirements: scope.policy.policy
        .entries('documents')
        .filter(({ data }) => data.title !== undefined && required.has(data.title))
        .map(({ data: { title = '', basis = 'ours', source, why } }) => {
          return { title, basis: BASIS_WORDS[basis], source: source ?? why }
        }),
    }
  },
)

/** The evidence of a sample: how it was drawn, and what an auditor asks about each partnership in it. */
export const evidence = definePaper({
  name: 'evidence',
  summary: 'a reproducible sample for an audit, with the evidence of each partnership in it',
  takes: ['sample'],
  needsReviewStatuses: 'all',
  needsCheck: true,
  scope: (input): Scope => ({ ...input, drawn: sampleOf(input) }),
  sections: [paperHead, method, packs],
})
