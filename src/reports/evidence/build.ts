import { formatDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { Check } from '../../rules/check.js'
import { describePartnership } from '../about/index.js'
import type { PaperInput } from '../paper.js'
import { countPartnerships, nameOf } from '../phrases.js'
import { findingsOf } from './findings.js'
import { historyOf } from './history.js'
import { sampleOf, type Sample, type Sampled } from './sample.js'
import type { EvidenceView, Pack } from './view.js'

/** The evidence of a sample: how it was drawn, and what an auditor asks of each partnership in it. */
export function buildEvidence(input: PaperInput): { view: EvidenceView; narrative: Record<string, string> } {
  const { register, asOf, provenance } = input
  const sample = sampleOf(input)
  const view: EvidenceView = {
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    ...method(input, sample),
    packs: sample.sampled.map((it) => packOf(input, it, input.check!)),
    provenance,
  }
  return { view, narrative: {} }
}

/** The evidence of one partnership; what stands in its own file is told by its line. */
function packOf(input: PaperInput, { partnership, why }: Sampled, check: Check): Pack {
  const file = fileOf(input, partnership)
  const own = `${file.slice(0, file.lastIndexOf(':'))}:`
  const say: PaperInput['say'] = input.say && ((at) => input.say!(at).replace(own, 'line '))
  const near: PaperInput = { ...input, ...(say && { say }) }
  return {
    ...describePartnership(near, partnership),
    why,
    file,
    ...historyOf(near, partnership),
    ...findingsOf(near, partnership, check),
  }
}

/** How the sample came about, so that another can draw it again. */
function method(
  input: PaperInput,
  { seed, size, isAll, tier, population, sampled }: Sample,
): Omit<EvidenceView, 'organisation' | 'asOf' | 'packs' | 'provenance'> {
  const { policy, sample } = input
  const of = (why: Sampled['why']) => sampled.filter((it) => it.why === why).map((it) => it.partnership)
  const inSample = new Set(sampled.map((it) => it.partnership))
  return {
    named: (sample?.ids.length ?? 0) > 0,
    seed,
    size: size === undefined ? null : String(size),
    isAll,
    tier,
    population: countPartnerships('partnerships that have not ended, each with its parts', population),
    proposed: countPartnerships(
      'partnerships of them that are only proposed',
      population.filter((it) => it.status === 'proposed'),
    ),
    highest: countPartnerships(`partnerships that policy makes ${tier}`, of('highest tier')),
    drawn: countPartnerships(`partnerships drawn with the seed ${seed}`, of('drawn')),
    sample: sampled.map(({ partnership, why, number }) => ({
      name: partnership.name,
      why: why === 'highest tier' ? 'of the highest tier' : why,
      number: number ?? null,
      tier: policy.tier(partnership).id,
      file: fileOf(input, partnership),
    })),
    left: population.filter((it) => !inSample.has(it)).map((it) => it.name),
  }
}

/** Where its entry stands, with the line that names it. */
const fileOf = ({ say }: PaperInput, partnership: Partnership) => say?.(at(partnership, 'name')) ?? partnership.file
