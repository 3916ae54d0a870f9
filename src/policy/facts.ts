import type { FactName, Operand } from '../model/condition.js'
import { isOtherCurrency } from '../model/register-currency.js'
import { addDays, addMonths, daysBetween, monthsBetween, type Day } from '../model/day.js'
import { lookUp } from '../model/look-up.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { Register } from '../model/register.js'
import { hasParent, withAncestors } from '../model/hierarchy.js'
import { isOpenRisk, riskScore } from '../model/risk.js'
import { isNothing } from '../model/same.js'

/**
 * The values of a fact, of which a partnership may have several; undefined where it is not known. `isOpen`: there are
 * others that are not known. `called`: its name in reasons, where that is not the fact's. `isSpread`: money that is the
 * result of a division.
 */
export type FactValues =
  (readonly Operand[] & { readonly isOpen?: true; readonly called?: string; readonly isSpread?: true }) | undefined
export type Facts = Readonly<Partial<Record<FactName, FactValues>>>

/**
 * Annual value in pence for policy: a yearly sum, or a total or one-off sum divided by its years; `up-to` at its ceiling.
 * Less than a year counts as one. Where the years are not known, the whole sum counts (docs/domain.md, section 3: unknown
 * never lowers), and a rule reports such a total. Undefined where the sum is not known or in another currency.
 */
export const annualValue = (register: Register, partnership: Partnership): number | undefined =>
  isOtherCurrency(register, at(partnership, 'value', 'amount')) ? undefined : yearlySum(partnership)

/** The same in the currency that it is written in, whichever that is. */
export function yearlySum(partnership: Pick<Partnership, 'value' | 'start' | 'end'>): number | undefined {
  const { value } = partnership
  return value && aYear(value.amount, partnership)
}

/** A sum per year, for what the value is for; a total or one-off sum is divided by its years, where they are known. */
export function aYear(pence: number, partnership: Pick<Partnership, 'value' | 'start' | 'end'>): number {
  const per = partnership.value?.per
  if (per === 'month') return pence * 12
  if (per === 'week') return pence * 52
  return isOverYears(per) ? Math.round(pence / Math.max(1, valueYears(partnership) ?? 1)) : pence
}

/** The years of a total or one-off sum: those of its period, where one is stated, or else of the term. */
export const valueYears = ({ value, ...term }: Pick<Partnership, 'value' | 'start' | 'end'>): number | undefined =>
  value?.period === undefined ? yearsOf(term) : termYears(value.period.first, value.period.last)

/**
 * What it comes to over its whole life, extensions included, in pence; undefined where its sum or its term is not known.
 * A total is for its period or term, and a one-off sum is paid once. Procurement law counts so (Procurement Act 2023,
 * section 4).
 */
function wholeLifeValue(partnership: Partnership, annual: number): number | undefined {
  const { value, start, end, 'extendable-to': extended } = partnership
  if (value === undefined || value.per === 'once' || value.amount === 0) return value?.amount
  const ends = [extended?.last, end === 'none' ? undefined : end?.last].filter((it) => it !== undefined)
  const last = ends.sort().at(-1)
  const years = start === undefined || last === undefined ? 0 : termYears(start.first, last)
  if (value.per !== 'total') return years > 0 ? Math.round(annual * years) : undefined
  const paidOver = valueYears(partnership) ?? years
  return years > paidOver && paidOver > 0 ? Math.round((value.amount / paidOver) * years) : value.amount
}

const wholeLifeFact = (partnership: Partnership, annual: number | undefined) =>
  annual === undefined ? undefined : maybe(wholeLifeValue(partnership, annual))

/** Is its yearly value the result of a division, and therefore to be rounded? */
export const isSpread = (partnership: Pick<Partnership, 'value' | 'start' | 'end'>): boolean =>
  isOverYears(partnership.value?.per) && yearlySum(partnership) !== partnership.value?.amount

const isOverYears = (per: NonNullable<Partnership['value']>['per']) => per === 'total' || per === 'once'

/** Years from start to end; undefined where either is not known, there is no end, or it is before the start. */
function yearsOf({ start, end }: Pick<Partnership, 'start' | 'end'>): number | undefined {
  const years = start === undefined || end === undefined || end === 'none' ? 0 : termYears(start.first, end.last)
  return years > 0 ? years : undefined
}

/** Is it of a kind without money, and has neither a value nor an unknown one? */
export const hasNoMoney = ({ value, kind, unknown }: Pick<Partnership, 'value' | 'kind' | 'unknown'>) =>
  value === undefined && kind === 'informal' && !('value' in unknown)

/** Years from a first to a last day, in calendar months (five years are exactly 5) and the days left over. */
export function termYears(start: Day, end: Day): number {
  const after = addDays(end, 1)
  if (after <= start) return 0
  const begun = monthsBetween(start, after)
  const months = addMonths(start, begun) > after ? begun - 1 : begun
  return (months + daysBetween(addMonths(start, months), after) / DAYS_OF_MONTH) / 12
}

const DAYS_OF_MONTH = 31 // days left over never make a month

/** The facts of a partnership; `tier` and `information-level`, which depend on these, are added later. */
export function factsOf(partnership: Partnership, register: Register): Facts {
  const { partners, start } = partnership
  // a part has from its whole the fields that it does not state, each in full: the processor belongs to the data
  const line = withAncestors(register, partnership)
  const taken = <K extends keyof Partnership>(key: K) => line.find((it) => it[key] !== undefined)?.[key]
  const data = taken('data')
  const ours = partners.filter((it) => it.organisation === register.settings.organisation)
  const others = partners.filter((it) => it.organisation !== register.settings.organisation)
  const years = yearsOf(partnership)
  const annual = annualValue(register, partnership)
  const scores = partnership.risks.filter(isOpenRisk).flatMap((it) => riskScore(it) ?? [])
  return {
    kind: maybe(partnership.kind),
    status: [partnership.status],
    // the value of a part is included in that of its whole
    'annual-value':
      annual !== undefined
        ? annualFact(partnership, annual)
        : hasParent(register, partnership) || hasNoMoney(partnership)
          ? [0]
          : undefined,
    'whole-life-value':
      hasParent(register, partnership) || hasNoMoney(partnership) ? [0] : wholeLifeFact(partnership, annual),
    'value-direction': directionOf(taken('value')) ?? (hasNoMoney(partnership) ? [] : undefined),
    ...dataFacts(data, taken('care')),
    'partner-kind':
      partners.length === 0 ? undefined : kindsOf(others.map((it) => organisationOf(register, it.organisation)?.kind)),
    'partner-role': partners.length === 0 ? undefined : rolesOf(others),
    'partner-register': others.flatMap((it) => schemesOf(organisationOf(register, it.organisation))),
    'our-role': ours.flatMap((it) => it.roles),
    care: maybe(taken('care')),
    procurement: maybe(partnership.procurement ?? (isNoPurchase(partnership) ? 'none' : undefined)),
    'procurement-regime': regimeOf(partnership),
    importance: maybe(taken('importance')?.level),
    directorate: maybe(partnership.directorate),
    start: start && [start.first],
    'term-years': maybe(years),
    'highest-risk': scores.length === 0 ? undefined : [Math.max(...scores)],
    'due-diligence': ratingsOf([
      ...partnership.documents,
      ...others.flatMap((it) => organisationOf(register, it.organisation)?.documents ?? []),
    ]),
    statutory: maybe(partnership.statutory),
    contributors: [partners.filter((it) => it.share !== undefined || it.pays !== undefined).length],
    has: statedIn(partnership),
  }
}

/** Nothing has no direction. */
const directionOf = (value: Partnership['value']): FactValues =>
  value?.direction === undefined && value?.amount === 0 ? [] : maybe(value?.direction)

type Data = Partnership['data']

/** The facts that follow from the data that pass. */
export const dataFacts = (data: Data, care?: boolean) =>
  ({
    data: maybe(data?.level),
    'data-direction': maybe(data?.direction),
    'shared-record': [data?.['shared-record'] ?? false],
    processor: [data?.processor ?? 'none'],
    controllership: controllershipOf(data),
    'high-risk-data': highRiskOf(data),
    'patient-data': maybe(hasPatientData(data, care)),
  }) satisfies Facts

/** Whose data are personal decides; where they are not, nobody is controller of anything. */
export const isPersonal = (data: Pick<NonNullable<Data>, 'level'>) =>
  data.level === 'personal' || data.level === 'special-category'

/** A processor makes the rest controllers; who decides together is only known where it is stated. */
function controllershipOf(data: Data): FactValues {
  if (data === undefined) return undefined
  const processes = data.processor === 'partner' || data.processor === 'us' ? 'processor' : undefined
  const stated = data.controllership ?? processes
  return stated === undefined ? (isPersonal(data) ? undefined : []) : [stated]
}

/** `none` is an answer; an empty list is none yet. */
function highRiskOf(data: Data): FactValues {
  if (data === undefined) return undefined
  const stated = data['high-risk']
  if (stated.length === 0) return isPersonal(data) ? undefined : []
  return stated.filter((it) => it !== 'none')
}

/** Health data that pass where people get care are those of patients. */
function hasPatientData(data: Data, care: boolean | undefined): boolean | undefined {
  if (data?.['patient-data'] !== undefined) return data['patient-data']
  if (data === undefined) return undefined
  if (!isPersonal(data)) return false
  return data.level === 'special-category' && care === true ? true : undefined
}

/** A grant is money for a purpose, and an informal partnership has no money: neither buys anything unless it says so. */
const isNoPurchase = ({ kind, procurement }: Partnership) =>
  procurement === undefined && (kind === 'grant' || kind === 'informal')

/** The regime that is stated, or that the detail of the route names: `psr-c`. Without a purchase there is none. */
function regimeOf(partnership: Partnership): FactValues {
  const { procurement, 'procurement-regime': stated, 'procurement-detail': detail = '' } = partnership
  if (stated !== undefined) return [stated]
  if (/^psr\b/i.test(detail)) return ['provider-selection']
  return procurement === 'none' || isNoPurchase(partnership) ? ['neither'] : undefined
}

const schemesOf = (organisation: Organisation | undefined) => organisation?.identifiers.map((it) => it.scheme) ?? []

/** Policy counts a one-off sum like a yearly one (decision 7), but reasons never call it yearly. */
function annualFact(partnership: Partnership, annual: number): FactValues {
  const spread = isSpread(partnership) && { isSpread: true as const }
  if (partnership.value?.per !== 'once') return Object.assign([annual], spread)
  const called = valueYears(partnership) === undefined ? 'one-off value' : 'one-off value over its years'
  return Object.assign([annual], { called }, spread)
}

/** The fields that are stated. */
function statedIn(partnership: Partnership): string[] {
  return Object.keys(partnership).filter((key) => !isNothing(partnership[key as keyof Partnership]))
}

/** The ratings of all due diligence that was not superseded; undefined where none was rated. */
function ratingsOf(documents: Partnership['documents']): FactValues {
  const rated = documents.filter(({ type, status }) => type === 'due-diligence' && status !== 'superseded')
  const found = rated.flatMap(({ rating }) => rating ?? [])
  return found.length === 0 ? undefined : found
}

/** The known kinds of partners; `isOpen` where the kind of others is not known. */
function kindsOf(kinds: readonly (Organisation['kind'] | undefined)[]): FactValues {
  const known = kinds.filter((it) => it !== undefined && it !== 'unknown')
  if (known.length === kinds.length) return known
  return known.length === 0 ? undefined : Object.assign(known, { isOpen: true as const })
}

/** The roles of partners; where one has none stated, what it does is not known. */
function rolesOf(entries: Partnership['partners']): FactValues {
  const known = entries.flatMap((it) => it.roles)
  if (entries.every((it) => it.roles.length > 0)) return known
  return known.length === 0 ? undefined : Object.assign(known, { isOpen: true as const })
}

/**
 * The facts of a partnership for one of its partner organisations.
 * @param entries the organisation's entries among the partners
 */
export function factsOfPartner(facts: Facts, organisation: Organisation, entries: Partnership['partners']): Facts {
  const { kind, documents } = organisation
  return {
    ...facts,
    'partner-kind': kindsOf([kind]),
    'partner-role': rolesOf(entries),
    'partner-register': schemesOf(organisation),
    'due-diligence': ratingsOf(documents),
  }
}

/** The organisation with an id. */
export function organisationOf(register: Register, id: string | undefined): Organisation | undefined {
  return lookUp(register).organisation.get(id)
}

const maybe = <T extends Operand>(value: T | undefined) => (value === undefined ? undefined : [value])
