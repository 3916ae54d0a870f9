import { leadOf } from '../../duties/lead.js'
import { formatDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { inherited } from '../../model/hierarchy.js'
import { inWords } from '../../model/words.js'
import { directorateName, otherNames } from '../phrases.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** What it is, who leads it and who answers for it; what a part does not state it has from its whole. */
export function identity(
  about: About,
): AboutPart<
  | 'name'
  | 'aliases'
  | 'summary'
  | 'rationale'
  | 'controls'
  | 'riskSummary'
  | 'status'
  | 'partOf'
  | 'kind'
  | 'directorate'
  | 'service'
  | 'stage'
  | 'lead'
  | 'sponsor'
  | 'objectives'
  | 'procurement'
  | 'data'
  | 'informationLevel'
  | 'care'
  | 'confirmed'
  | 'parts'
> {
  const { register, policy, partnership, whole, parts } = about
  const { name, summary, status, kind, service, stage, procurement, confirmed } = partnership
  const taken = <K extends keyof Partnership>(key: K) => inherited(register, partnership, key)
  const care = taken('care')
  const data = taken('data')?.level
  return {
    name,
    aliases: otherNames(partnership),
    summary: summary ?? null,
    rationale: partnership.rationale ?? null,
    controls: partnership.controls ?? null,
    riskSummary: partnership['risk-summary'] ?? null,
    status: inWords(status),
    partOf: whole?.name ?? null,
    kind: maybeInWords(kind),
    directorate: directorateName(register, taken('directorate')),
    service: service ?? null,
    stage: stage ?? null,
    lead: leadOf(register, partnership) ?? null,
    sponsor: taken('sponsor') ?? null,
    objectives: objectives(about),
    procurement: maybeInWords(procurement),
    data: data === undefined ? null : DATA[data],
    informationLevel: policy.informationLevel(partnership)?.title ?? null,
    care: care === undefined ? null : care ? 'yes' : 'no',
    confirmed: confirmed === undefined ? null : formatDay(confirmed),
    parts: parts.map((it) => ({ name: it.name, summary: it.summary ?? null, lead: leadOf(register, it) ?? null })),
  }
}

const DATA = {
  none: 'no personal data',
  incidental: 'people’s affairs may be seen or heard',
  personal: 'personal data',
  'special-category': 'special category data, such as health',
} as const

const maybeInWords = (code: string | undefined) => (code === undefined ? null : inWords(code))

function objectives({ register, partnership }: About): string[] {
  return partnership.objectives.map((number) => {
    const found = register.settings.objectives.find((it) => it.number === number)
    return found === undefined ? String(number) : `${number}, ${found.title}`
  })
}
