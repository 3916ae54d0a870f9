import { otherNames } from '../phrases.js'
import { formatNames } from '../../model/words.js'
import {
  IDENTIFIER_SCHEMES,
  ORGANISATION_KINDS,
  organisationSchema,
  type Organisation,
} from '../../model/organisation.js'
import { formatInexactDay } from '../../model/day.js'
import { asKnownOn } from '../../model/self-assessment.js'
import { by, grouped } from '../../model/order.js'
import { describeForm } from '../../policy/describe-document.js'
import { documentLine } from './documents.js'
import { unknownOf } from './gaps.js'
import { joined, phrasesOf } from '../rows/stated.js'
import { section } from '../define-paper.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  organisations: rows({ name: text, aliases: texts, kind: text, text: maybe, takesPart: texts, holds: texts }),
  organisationGaps: rows({ what: text, why: text, of: text }),
}

/** Organisations by name, with the sections that they take part in, and what is not known about them. */
export const organisations = section(shape, (scope: Scope) => {
  const all = scope.organisations.toSorted(by((it) => it.name.toLowerCase()))
  return {
    organisations: all.map((it) => rowOf(scope, it)),
    organisationGaps: gapsOf(all),
  }
})

/** Fields that have a place in the table. */
const IN_PLACE = ['name', 'aliases', 'kind', 'identifiers', 'documents', 'self-assessments', 'sources', 'unknown']

function rowOf(scope: Scope, it: Organisation) {
  const { name, identifiers, merged } = it
  const except = merged === undefined ? IN_PLACE : [...IN_PLACE, 'status']
  return {
    name,
    aliases: otherNames(it),
    kind: describeKind(it.kind),
    text: joined(
      ...phrasesOf(organisationSchema, it, scope.reader(), except),
      formatNames(identifiers.map(({ scheme, id }) => `${IDENTIFIER_SCHEMES[scheme].title} ${id}`)),
    ),
    takesPart: takesPartIn(scope, it),
    holds: [
      ...it.documents.map((document) => documentLine(scope, document)),
      ...it['self-assessments'].map((assessment) => ({
        title: `Self-assessment ${formatInexactDay(assessment.date)}`,
        text: joined(
          assessment.form,
          describeForm(asKnownOn(assessment, scope.asOf)),
          assessment.result,
          assessment.source,
        ),
      })),
    ].map(({ title, text }) => (text === null ? title : `${title}: ${text}`)),
  }
}

function describeKind(kind: Organisation['kind']): string {
  if (kind === 'unknown') return 'kind not known'
  return kind === 'network' ? 'network, no legal body' : ORGANISATION_KINDS[kind]
}

/** Numbers of sections, or `all`. */
function takesPartIn({ shown }: Scope, { id }: Organisation): string[] {
  const its = shown.filter(({ partnership: { partners } }) => partners.some((it) => it.organisation === id))
  return shown.length > 1 && its.length === shown.length ? ['all'] : its.map(({ number }) => number)
}

/** One row for each gap and reason, with the organisations that have it. */
function gapsOf(all: readonly Organisation[]) {
  const gaps = all.flatMap(({ name, unknown }) =>
    unknownOf(organisationSchema, unknown).map(({ what, why }) => ({ what: formatNames(what), why, of: name })),
  )
  return grouped(gaps, ({ what, why }) => `${what}: ${why}`).map((same) => ({
    ...same[0]!,
    of: formatNames(same.map((it) => it.of)),
  }))
}
