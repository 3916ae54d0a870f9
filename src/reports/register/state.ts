import { formatInexactDay } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { riskName, riskScore, type Risk } from '../../model/risk.js'
import { capital, inWords } from '../../model/words.js'
import { commentOn, type Assessment } from '../graded.js'
import { group, line, onDay, labelled } from './line.js'
import type { Scope } from './scope.js'
import type { Group, Line, Row } from './view.js'

/** Every assessment, the latest first. */
export function assessmentsOf(scope: Scope, partnership: Partnership): Row['assessments'] {
  return latestFirst(partnership).map((it) => ({
    day: formatInexactDay(it.date),
    by: it.by === undefined ? null : scope.named(it.by, partnership),
    governance: it.governance ?? null,
    relationships: it.relationships ?? null,
    outcomes: it.outcomes ?? null,
  }))
}

const latestFirst = ({ assessments }: Partnership) =>
  assessments.toSorted((a, b) => (a.date.last < b.date.last ? 1 : a.date.last > b.date.last ? -1 : 0))

/** Why grades are what they are, the latest first. */
export const commentGroup = (partnership: Partnership): Group[] =>
  group('What was said of the grades', latestFirst(partnership).flatMap(commentLines))

/** Risks, and what has gone wrong. */
export function stateGroups(partnership: Partnership): Group[] {
  return [
    ...group('Risks', partnership.risks.map(riskLine)),
    ...group(
      'Issues',
      partnership.issues.map((it) =>
        line(it.title, labelled('owner:', it.owner), onDay('opened', it.opened), onDay('closed', it.closed)),
      ),
    ),
  ]
}

function commentLines(assessment: Assessment): Line[] {
  return ASPECTS.flatMap((aspect) => {
    const comment = commentOn(assessment, aspect)
    return comment === undefined ? [] : [line(`${capital(aspect)}, ${formatInexactDay(assessment.date)}`, comment)]
  })
}

function riskLine(it: Risk): Line {
  const score = riskScore(it)
  const scores = `likelihood ${it.likelihood} × consequence ${it.consequence} = ${score}`
  return line(
    riskName(it),
    labelled(
      'category',
      it.category === undefined || inWords(it.category) === riskName(it) ? null : inWords(it.category),
    ),
    labelled('no risk above 3:', it.none),
    it.none !== undefined ? null : score === undefined ? partScore(it) : scores,
    labelled('target', it.target === undefined ? null : String(it.target)),
    labelled('because:', it.cause),
    labelled('leading to:', it.effect),
    labelled('mitigation:', it.mitigation),
    labelled('owner:', it.owner),
    onDay('by', it.due),
    it.status === undefined || it.status === 'open' ? null : inWords(it.status),
    labelled('accepted by', it['accepted-by']),
    onDay('first seen', it.opened),
  )
}

/** One half of a score is no score; it is told all the same. */
function partScore({ likelihood, consequence }: Risk): string {
  if (likelihood !== undefined) return `likelihood ${likelihood}, consequence not scored`
  return consequence === undefined ? 'not scored' : `consequence ${consequence}, likelihood not scored`
}
