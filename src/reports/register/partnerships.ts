import { countFigure } from '../../figures/figure.js'
import { hasParent } from '../../model/hierarchy.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { schemaAt } from '../../model/schema-walk.js'
import { otherNames, withoutStop } from '../phrases.js'
import { joined, phrasesOf, statedFields } from '../rows/stated.js'
import { documentsOf } from './documents.js'
import { notStated, unknownOf } from './gaps.js'
import { moneyOf } from './money.js'
import type { Numbered, Scope } from './scope.js'
import { assessmentsOf, commentGroup, riskLine } from './state.js'
import type { Row } from './view.js'

/** A section for each partnership and part, with all that the register states of it and a paper may print. */
export const partnershipSections = (scope: Scope): Row[] => scope.shown.map((it) => sectionOf(scope, it))

/** Fields that the template has a place for; every other one is printed as the catalogue has it. */
const IN_PLACE = 'name aliases summary parent tier value amounts partners assessments documents unknown sources'.split(
  ' ',
)

function sectionOf(scope: Scope, { number, partnership, whole }: Numbered): Row {
  const { name, summary, interests, risks, unknown, sources } = partnership
  const { groups: documents, missing, perhaps } = documentsOf(scope, partnership)
  const reader = scope.reader(partnership)
  const stated = statedFields(partnershipSchema, partnership, reader, IN_PLACE)
  const facts = [...tierOf(scope, partnership), ...stated.filter((it) => it.form === 'fact')]
  return {
    number,
    name,
    aliases: otherNames(partnership),
    partOf: whole?.name ?? null,
    summary: summary ?? null,
    // each is a sentence of one paragraph
    facts: facts.map(({ label, text }) => ({ label, text: withoutStop(text) })),
    ...moneyOf(scope, partnership),
    narrative: stated.flatMap(({ form, label, text }) => (form === 'prose' ? [{ label, text }] : [])),
    assessments: assessmentsOf(scope, partnership),
    groups: [
      ...commentGroup(partnership),
      ...stated.flatMap(({ key, form, label: heading, lines }) =>
        form !== 'lines' ? [] : [{ heading, lines: key === 'risks' ? risks.map((it) => riskLine(it, reader)) : lines }],
      ),
      ...documents,
    ],
    // who declared what is nobody else's to read, and is counted only
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

/** The tier that counts, and who set it where it is not the computed one; a part has that of its whole. */
function tierOf(scope: Scope, partnership: Partnership): Row['facts'] {
  const set = phrasesOf(schemaAt(partnershipSchema, ['tier'])!, partnership.tier ?? {}, scope.reader(partnership))
  const computed = hasParent(scope.register, partnership) ? null : scope.policy.tier(partnership).id
  const text = joined(computed, ...set)
  return text === null ? [] : [{ label: 'Tier', text }]
}
