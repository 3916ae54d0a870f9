import { countFigure } from '../../figures/figure.js'
import { hasParent } from '../../model/hierarchy.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { schemaAt } from '../../model/schema-walk.js'
import { wordsOf } from '../../model/source-words.js'
import { otherNames, withoutStop } from '../phrases.js'
import { section } from '../define-paper.js'
import { gradesShape } from '../rows/graded.js'
import { gapsByReason } from '../rows/gaps.js'
import { joined, lineGroups, phrasesOf, statedFields } from '../rows/stated.js'
import { count, maybe, money, group, rows, text, texts } from '../view-parts.js'
import { documentsOf } from './documents.js'
import { notStated, unknownOf } from './gaps.js'
import { moneyOf } from './money.js'
import type { Numbered, Scope } from './scope.js'
import { assessmentsOf, commentGroup, riskLine } from './state.js'

/** A section for each partnership and part, with all that the register states of it and a paper may print. */
export const partnerships = section(
  {
    /** By name, each followed by its parts. */
    partnerships: rows({
      number: text,
      name: text,
      aliases: texts,
      /** Name of its whole; null for what is no part. */
      partOf: maybe,
      summary: maybe,
      facts: rows({ label: text, text }),
      value: group({ sum: money, per: maybe, text: maybe, ours: money.nullable() }).nullable(),
      amounts: rows({ title: text, sum: money, per: maybe, text: maybe }),
      partners: rows({ name: text, text: maybe, pays: money.nullable() }),
      narrative: rows({ label: text, text }),
      /** The latest first. */
      assessments: rows({ day: text, by: maybe, ...gradesShape }),
      groups: lineGroups,
      interests: count,
      /** Documents that policy requires and that are missing. */
      missing: texts,
      /** Further ones that may be needed. */
      perhaps: count,
      unknown: gapsByReason,
      /** Fields that have neither a value nor a reason why not. */
      notStated: texts,
      sources: maybe,
    }),
  },
  (scope: Scope) => ({ partnerships: scope.shown.map((it) => sectionOf(scope, it)) }),
)

/** Fields that have a place in the template; every other one is printed as the catalogue has it. */
const IN_PLACE = 'name aliases summary parent tier value amounts partners assessments documents unknown sources'.split(
  ' ',
)

function sectionOf(scope: Scope, { number, partnership, whole }: Numbered) {
  const { name, interests, risks, unknown, sources } = partnership
  const { groups: documents, missing, perhaps } = documentsOf(scope, partnership)
  const reader = scope.reader(partnership)
  const stated = statedFields(partnershipSchema, partnership, reader, IN_PLACE)
  const facts = [...tierOf(scope, partnership), ...stated.filter((it) => it.form === 'fact')]
  return {
    number,
    name,
    aliases: otherNames(partnership),
    partOf: whole?.name,
    summary: wordsOf(partnership, 'summary'),
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
    // who declared what is not for the public, so interests are only counted
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

/** The tier in force, and who set it where it was not computed; a part has that of its whole. */
function tierOf(scope: Scope, partnership: Partnership) {
  const set = phrasesOf(schemaAt(partnershipSchema, ['tier'])!, partnership.tier ?? {}, scope.reader(partnership))
  const computed = hasParent(scope.register, partnership) ? null : scope.policy.tier(partnership).id
  const text = joined(computed, ...set)
  return text === null ? [] : [{ label: 'Tier', text }]
}
