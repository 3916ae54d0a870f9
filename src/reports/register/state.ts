import { formatInexactDay } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { riskName, riskScore, type Risk } from '../../model/risk.js'
import { schemaAt } from '../../model/schema-walk.js'
import { capital, inWords } from '../../model/words.js'
import { latestFirst } from '../rows/latest-first.js'
import { commentOn } from '../rows/graded.js'
import { joined, phrasesOf, type Line, type Reader } from '../rows/stated.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** Every assessment, the latest first. */
export const assessmentsOf = (scope: Scope, partnership: Partnership) =>
  latestFirst(partnership.assessments).map((it) => ({
    day: formatInexactDay(it.date),
    by: it.by && scope.reader(partnership).named(it.by, 'role-or-any-body'),
    ...rowFrom(it, ...ASPECTS),
  }))

/** Why grades are what they are, the latest first. */
export function commentGroup(partnership: Partnership) {
  const lines = latestFirst(partnership.assessments).flatMap((assessment) =>
    ASPECTS.flatMap((aspect) => {
      const comment = commentOn(assessment, aspect)
      const title = `${capital(aspect)}, ${formatInexactDay(assessment.date)}`
      return comment === undefined ? [] : [{ title, text: comment }]
    }),
  )
  return lines.length === 0 ? [] : [{ heading: 'Comments on the grades', lines }]
}

/** A risk, with its score first. */
export function riskLine(it: Risk, reader: Reader): Line {
  const title = riskName(it)
  const isTitle = it.category !== undefined && inWords(it.category) === title
  const except = ['title', 'likelihood', 'consequence', ...(isTitle ? ['category'] : [])]
  const phrases = phrasesOf(schemaAt(partnershipSchema, ['risks', 0])!, it, reader, except)
  return { title, text: joined(it.none === undefined ? describeScore(it) : null, ...phrases) }
}

/** Half a score does not count as one, but is printed. */
function describeScore(it: Risk): string {
  const { likelihood, consequence } = it
  const score = riskScore(it)
  if (score !== undefined) return `likelihood ${likelihood} × consequence ${consequence} = ${score}`
  if (likelihood !== undefined) return `likelihood ${likelihood}, consequence not scored`
  return consequence === undefined ? 'not scored' : `consequence ${consequence}, likelihood not scored`
}
