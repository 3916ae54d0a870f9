import { otherNames } from '../phrases.js'
import { countFigure } from '../../figures/figure.js'
import { partnershipSchema } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { documentsOf } from './documents.js'
import { factsOf, narrativeOf } from './facts.js'
import { notStated, unknownOf } from './gaps.js'
import { group, joined, line } from './line.js'
import { moneyOf } from './money.js'
import { peopleGroups } from './people.js'
import { progressGroups } from './progress.js'
import type { Numbered, Scope } from './scope.js'
import { assessmentsOf, commentGroup, stateGroups } from './state.js'
import type { Row } from './view.js'

/** A section for each partnership and part, with all that the register states of it and a paper may print. */
export const partnershipSections = (scope: Scope): Row[] => scope.shown.map((it) => sectionOf(scope, it))

function sectionOf(scope: Scope, { number, partnership, whole }: Numbered): Row {
  const { name, summary, goals, interests, unknown, sources } = partnership
  const { groups: documents, missing, perhaps } = documentsOf(scope, partnership)
  return {
    number,
    name,
    aliases: otherNames(partnership),
    partOf: whole?.name ?? null,
    summary: summary ?? null,
    facts: factsOf(scope, partnership),
    ...moneyOf(scope, partnership),
    narrative: narrativeOf(partnership),
    assessments: assessmentsOf(scope, partnership),
    groups: [
      ...commentGroup(partnership),
      ...group(
        'Goals',
        goals.map((it) => line(it)),
      ),
      ...peopleGroups(scope, partnership),
      ...documents,
      ...stateGroups(partnership),
      ...progressGroups(scope, partnership),
    ],
    // who declared what is sensitive, and is counted only
    interests: countFigure(
      'interests that are declared',
      interests.map((_, index) => ({ name, at: at(partnership, 'interests', index) })),
    ),
    missing,
    perhaps,
    unknown: unknownOf(partnershipSchema, unknown),
    notStated: notStated(scope.register, partnership),
    sources: joined(...sources),
  }
}
