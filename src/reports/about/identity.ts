import { formatDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { inherited, leadOf } from '../../model/hierarchy.js'
import { wordsOf } from '../../model/source-words.js'
import { inWords } from '../../model/words.js'
import { section } from '../define-paper.js'
import { directorateName, otherNames } from '../phrases.js'
import { each, maybe, rows, text, texts } from '../view-parts.js'
import type { About } from './about.js'
import { rowFrom } from '../rows/row-from.js'

/** What it is, who leads it and who answers for it; what a part does not state it has from its whole. */
export const identity = section(
  {
    name: text,
    aliases: texts,
    ...each(maybe, 'summary', 'rationale', 'controls', 'riskSummary'),
    status: text,
    /** Names of the partnership that it is a part of, and what runs as its parts. */
    partOf: maybe,
    ...each(maybe, 'kind', 'directorate', 'service', 'stage', 'lead', 'sponsor'),
    objectives: texts,
    ...each(maybe, 'procurement', 'data', 'informationLevel', 'care', 'confirmed'),
    parts: rows({ name: text, summary: maybe, lead: maybe }),
  },
  (about: About) => {
    const { register, policy, partnership, whole, parts } = about
    const { status, kind, procurement, confirmed } = partnership
    const taken = <K extends keyof Partnership>(key: K) => inherited(register, partnership, key)
    const care = taken('care')
    const data = taken('data')?.level
    return {
      ...rowFrom(partnership, 'name', 'rationale', 'controls', 'service', 'stage'),
      summary: wordsOf(partnership, 'summary'),
      aliases: otherNames(partnership),
      riskSummary: partnership['risk-summary'],
      status: inWords(status),
      partOf: whole?.name,
      kind: kind && inWords(kind),
      directorate: directorateName(register, taken('directorate')),
      lead: leadOf(register, partnership),
      sponsor: taken('sponsor'),
      objectives: objectives(about),
      procurement: procurement && inWords(procurement),
      data: data && DATA[data],
      informationLevel: policy.informationLevel(partnership)?.title,
      care: care === undefined ? undefined : care ? 'yes' : 'no',
      confirmed: confirmed && formatDay(confirmed),
      parts: parts.map((it) => ({ name: it.name, summary: wordsOf(it, 'summary'), lead: leadOf(register, it) })),
    }
  },
)

const DATA = {
  none: 'no personal data',
  incidental: 'people’s affairs may be seen or heard',
  personal: 'personal data',
  'special-category': 'special category data, such as health',
} as const

/** The objectives of the organisation that it serves: `4, Developing our business`. */
export const objectives = ({ register, partnership }: About): string[] =>
  partnership.objectives.map((it) => describeObjective(register, it))

export function describeObjective({ settings }: Register, number: number): string {
  const title = settings.objectives.find((it) => it.number === number)?.title
  return title === undefined ? String(number) : `${number}, ${title}`
}

/** How significant it is, with every point and floor that makes it so. */
export const significance = section(
  { tier: text, points: text, reasons: rows({ text, where: maybe }) },
  ({ policy, partnership, where }: About) => {
    const { id, points, because } = policy.tier(partnership)
    return { tier: id, points: String(points), reasons: because.map(({ text, at }) => ({ text, where: where(at) })) }
  },
)
