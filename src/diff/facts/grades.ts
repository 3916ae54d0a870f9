import { ASPECTS, courseBetween, type Aspect, type Grade } from '../../model/grade.js'
import { latestIndex } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { capital } from '../../model/words.js'
import type { FieldChange } from '../compare.js'
import type { Fact, Weight } from '../fact.js'
import { formatItem } from '../format-field.js'
import { describeOther } from './other.js'
import { isIn, type Pair, type PartnershipDescriber } from './change-describer.js'

/** How the grades of the latest assessment moved, and assessments that were added, removed or altered. */
export const grades: PartnershipDescriber = {
  handles: isIn('assessments'),
  describe: (changes, pair) => [
    ...ASPECTS.flatMap((aspect) => moved(aspect, pair)),
    ...changes.filter((it) => !isGradeOfLatest(it, pair)).map((it) => describeAssessment(it, pair)),
  ],
}

function moved(aspect: Aspect, { earlier, now, before, after }: Pair<Partnership>): Fact[] {
  const first = latestIndex(earlier.assessments, before.asOf)
  const last = latestIndex(now.assessments, after.asOf)
  const [from, to] = [earlier.assessments[first]?.[aspect], now.assessments[last]?.[aspect]]
  if (from === to) return []
  return [
    {
      kind: 'grade',
      what: capital(aspect),
      ...describeTrend(from, to, now.assessments[last]?.['too-early'].includes(aspect) ?? false),
      before: from && at(earlier, 'assessments', first, aspect),
      after: to && at(now, 'assessments', last, aspect),
    },
  ]
}

export function describeTrend(
  from: Grade | undefined,
  to: Grade | undefined,
  tooEarly: boolean,
): { did: string; weight: Weight } {
  if (from === undefined) return { did: `went from not graded to ${to}`, weight: to === 'R' ? 'worse' : 'neutral' }
  if (to === undefined && tooEarly) return { did: `went from ${from} to too early to tell`, weight: 'neutral' }
  if (to === undefined) return { did: `went from ${from} to not graded`, weight: 'worse' }
  const course = courseBetween(from, to) as 'better' | 'worse'
  return { did: `${course === 'better' ? 'improved' : 'worsened'} from ${from} to ${to}`, weight: course }
}

/** Is it a grade in an assessment that was and is the latest? Its trend describes it. */
function isGradeOfLatest({ keys, beforePath, afterPath, items }: FieldChange, pair: Pair<Partnership>): boolean {
  const isGrade = keys.length === 2 && (ASPECTS as readonly string[]).includes(keys[1]!)
  const { before, after } = items.at(-1) ?? {}
  if (!isGrade || before === undefined || after === undefined) return false
  return (
    beforePath[1] === latestIndex(pair.earlier.assessments, pair.before.asOf) &&
    afterPath[1] === latestIndex(pair.now.assessments, pair.after.asOf)
  )
}

/** Past grades should not change, so an alteration is reported. */
function describeAssessment(change: FieldChange, pair: Pair<Partnership>): Fact {
  const fact = describeOther(change, pair)
  const { before, after } = change.items.at(-1)!
  if (before === undefined || after === undefined) {
    const item = (after ?? before) as Partnership['assessments'][number]
    const grades = ASPECTS.flatMap((aspect) => (item[aspect] === undefined ? [] : [`${aspect} ${item[aspect]}`]))
    const did = `${after === undefined ? 'was removed' : 'was added'}${grades.length === 0 ? '' : `: ${grades.join(', ')}`}`
    return {
      ...fact,
      what: capital(formatItem(change.items.at(-1)!, 'assessment', pair.after)),
      did,
      weight: after ? 'neutral' : 'worse',
    }
  }
  const isGrade = change.keys.length === 2 && (ASPECTS as readonly string[]).includes(change.keys[1]!)
  return isGrade ? { ...fact, did: `was altered: it ${fact.did}`, weight: 'worse' } : fact
}
