// What the policy nhs-2026 asks of a partnership, reckoned by hand from its file, so that a faultless register has what
// it needs. Independent of the tool on purpose: its findings are checked against what comes out of here.

const POINTS = {
  importance: { low: 0, medium: 2, high: 4 },
  data: { none: 0, incidental: 0, personal: 1, 'special-category': 3 },
  kind: {
    informal: 0,
    memorandum: 0,
    network: 1,
    grant: 1,
    'service-agreement': 1,
    contract: 1,
    alliance: 1,
    pilot: 0,
    'hosted-service': 2,
    'section-75': 4,
  },
  role: { member: 0, provider: 0, commissioner: 1, lead: 2, host: 2 },
}
const TIERS = [
  ['informal', 0],
  ['standard', 3],
  ['significant', 8],
  ['major', 12],
]
/** Months between full reviews and between assessments; an informal partnership is not assessed. */
const CADENCE = { informal: 24, standard: 24, significant: 12, major: 6 }

/** Points by amount: the highest that is reached. */
const band = (amount, bands) => bands.findLast(([least]) => amount >= least)?.[1] ?? 0

/**
 * @param {object} facts kind, annual (pounds a year), importance, data, role (ours), years (of the term; 0 where it is
 *   open), risk (highest open score, or 0)
 */
export function tierOf({ kind, annual, importance, data, role, years, risk }) {
  const points =
    band(annual, [
      [25_000, 1],
      [100_000, 2],
      [500_000, 3],
      [1_000_000, 4],
    ]) +
    POINTS.importance[importance] +
    POINTS.data[data] +
    POINTS.kind[kind] +
    POINTS.role[role] +
    band(risk, [
      [8, 1],
      [15, 3],
    ]) +
    band(years, [[5, 1]])
  const floor =
    annual >= 1_000_000
      ? 'major'
      : kind === 'section-75'
        ? 'significant'
        : annual >= 5000 || data === 'personal' || data === 'special-category'
          ? 'standard'
          : 'informal'
  const byPoints = TIERS.findLast(([, least]) => points >= least)[0]
  return rank(byPoints) > rank(floor) ? byPoints : floor
}

const rank = (tier) => TIERS.findIndex(([it]) => it === tier)
export const isAtLeast = (tier, least) => rank(tier) >= rank(least)

/** Months from one review to the next; poor grades and the end of life bring it forward. */
export function monthsBetween(tier, grades, status) {
  const usual = CADENCE[tier]
  if (grades.includes('R') || status === 'ending' || status === 'proposed') return 3
  return grades.includes('R/A') ? usual / 2 : usual
}

/** Documents that the partnership itself must hold, with how many months they are valid; 0 where they do not expire. */
export function documentsOf(facts, tier) {
  const { kind, annual, data, care, procurement, shared, processor, role, hasBodies, contributors, status } = facts
  const isPersonal = data === 'personal' || data === 'special-category'
  const isSignificant = isAtLeast(tier, 'significant')
  const isContractual = ['contract', 'service-agreement', 'hosted-service', 'grant'].includes(kind)
  const month = data === 'special-category' ? 12 : 24
  const needs = [
    ['agreement', 0, kind !== 'section-75' && (isContractual || annual > 0 || isSignificant)],
    [
      'memorandum',
      36,
      kind === 'memorandum' || (annual === 0 && ['informal', 'network'].includes(kind) && isAtLeast(tier, 'standard')),
    ],
    ['section-75-agreement', 0, kind === 'section-75'],
    ['terms-of-reference', isSignificant ? 12 : 24, hasBodies || kind === 'network'],
    ['business-case', 0, status === 'proposed' && (annual >= 100_000 || kind === 'section-75')],
    ['procurement-record', 0, ['direct-award', 'framework', 'competitive'].includes(procurement)],
    ['waiver', 12, procurement === 'single-action-waiver'],
    ['information-sharing-agreement', month, isPersonal],
    ['dpia', month, data === 'special-category' || (data === 'personal' && (shared || isSignificant))],
    ['data-processing-agreement', 24, isPersonal && processor !== undefined],
    ['joint-controller-arrangement', 24, isPersonal && shared],
    ['risk-profile', CADENCE[tier], isAtLeast(tier, 'standard')],
    ['equality-impact-assessment', 36, care && isSignificant],
    ['performance-framework', 12, annual >= 100_000 || isSignificant],
    ['financial-schedule', 12, kind === 'section-75' || kind === 'hosted-service' || contributors >= 2],
    [
      'exit-plan',
      12,
      tier === 'major' || kind === 'section-75' || (['lead', 'host'].includes(role) && isAtLeast(tier, 'standard')),
    ],
    ['business-continuity', 12, isSignificant && (care || shared)],
    ['conflicts-of-interest', 12, ['direct-award', 'single-action-waiver'].includes(procurement)],
  ]
  return needs.filter(([, , isNeeded]) => isNeeded).map(([type, months]) => ({ type, months }))
}

/** Kinds of organisation whose own documents policy asks for. */
export const CHECKED_PARTNERS = ['third-sector', 'community-group', 'company', 'federation', 'university']
/** Those that only publish how they protect data. */
export const DSPT_PARTNERS = ['nhs-trust', 'council', 'gp-practice', 'icb']
