import { totalsByDirection } from '../../figures/totals.js'
import { yearlyValue } from '../../figures/yearly.js'
import { formatDay, formatInexactDay } from '../../model/day.js'
import {
  IDENTIFIER_SCHEMES,
  ORGANISATION_KINDS,
  organisationSchema,
  type Organisation,
} from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { formatShare } from '../../figures/shares.js'
import { entriesOf, partnershipsOf } from '../../model/participation.js'
import { outermost, runningPartnerships } from '../../model/hierarchy.js'
import { asKnownOn } from '../../model/self-assessment.js'
import { describeForm } from '../../policy/describe-document.js'
import { formsOf } from '../forms.js'
import { gapsIn } from '../gaps.js'
import type { PaperInput } from '../paper.js'
import { by, grouped } from '../../model/order.js'
import { inWords } from '../../model/words.js'
import { countPartnerships, nameOf, otherNames, partnershipName, formatOptionalDay } from '../phrases.js'
import { documents } from './documents.js'
import type { Part, ShowOrganisationView } from './view.js'

/** An organisation with everything that runs through it. */
export function buildShowOrganisation(input: PaperInput, organisation: Organisation): ShowOrganisationView {
  const { register, asOf, say } = input
  const running = partnershipsOf(register, organisation, asOf).toSorted(by((it) => it.name))
  return {
    id: organisation.id,
    name: organisation.name,
    aliases: otherNames(organisation),
    summary: organisation.summary ?? null,
    ours: organisation.id === register.settings.organisation,
    file: say?.(at(organisation, 'name')) ?? organisation.file,
    asOf: formatDay(asOf),
    ...whatItIs(input, organisation),
    ...throughIt(input, organisation, running),
    ...documents(input, organisation, running),
    selfAssessments: selfAssessments(input, organisation),
    exceptions: organisation.exceptions.map(({ rule, about, reason, by, until }) => ({
      rule,
      about: about ?? null,
      reason,
      by,
      until: formatInexactDay(until),
      over: until.last < asOf,
    })),
    gaps: grouped(gapsIn('', organisationSchema, organisation.unknown), (it) => it.why).map((same) => ({
      what: same.map((it) => it.what),
      why: same[0]!.why,
    })),
  }
}

function whatItIs(
  { register }: PaperInput,
  { id, kind, status, merged, members, identifiers, note }: Organisation,
): Part<'kind' | 'status' | 'mergedInto' | 'mergedOn' | 'members' | 'memberOf' | 'identifiers' | 'note'> {
  return {
    kind: ORGANISATION_KINDS[kind],
    status: status ?? 'active',
    mergedInto: merged === undefined ? null : nameOf(register, merged.into),
    mergedOn: formatOptionalDay(merged?.on),
    members: members.map((it) => nameOf(register, it)),
    memberOf: register.organisations.filter((it) => it.members.includes(id)).map((it) => it.name),
    identifiers: identifiers.map(({ scheme, id: number, primary }) => ({
      scheme: IDENTIFIER_SCHEMES[scheme].title,
      number: `${IDENTIFIER_SCHEMES[scheme].prefix}-${number}`,
      primary: primary ?? false,
    })),
    note: note ?? null,
  }
}

/** Its partnerships and what they are worth; money in and out are never added up. */
function throughIt(
  { register, policy, asOf }: PaperInput,
  organisation: Organisation,
  running: readonly Partnership[],
): Part<'partnerships' | 'list' | 'hasShares' | 'ended' | 'totals'> {
  const { name } = organisation
  const parts = (it: Partnership) => entriesOf(register, it, organisation, asOf)
  return {
    partnerships: countPartnerships(`partnerships that have not ended, and that ${name} takes part in`, running),
    list: running.map((it) => ({
      name: it.name,
      id: it.id,
      partOf: it.parent === undefined ? null : partnershipName(register, it.parent),
      roles: [...new Set(parts(it).flatMap(({ roles }) => roles))].map(inWords).join(', ') || null,
      share:
        parts(it)
          .flatMap(({ share }) => (share === undefined ? [] : formatShare(share)))
          .join(', ') || null,
      value: yearlyValue(register, it) ?? null,
      tier: policy.tier(it).id,
    })),
    hasShares: running.some((it) => parts(it).some(({ share }) => share !== undefined)),
    ended: register.partnerships.filter((it) => it.status === 'ended' && parts(it).length > 0).map((it) => it.name),
    totals: totalsByDirection(
      `the yearly values of agreed partnerships that ${name} takes part in`,
      outermost(
        register,
        running.filter((it) => runningPartnerships(register).wholeOf(it).status !== 'proposed'),
      ),
      register,
    ),
  }
}

function selfAssessments(input: PaperInput, organisation: Organisation): Part<'selfAssessments'>['selfAssessments'] {
  const latest = formsOf(input).find((it) => it.organisation === organisation)
  return organisation['self-assessments']
    .toSorted((a, b) => (a.date.last < b.date.last ? 1 : -1))
    .map((it) => ({
      day: formatInexactDay(it.date),
      form: it.form ?? null,
      stands: describeForm(asKnownOn(it, input.asOf)),
      result: it.result ?? null,
      unacceptable: it.date === latest?.form.date ? latest.unacceptable.map(({ message }) => message) : [],
      answers: Object.entries(it.answers).map(([question, answer]) => ({ question, answer })),
    }))
}
