import { atKey, at } from '../../model/place.js'
import { partnershipsOf } from '../../model/participation.js'
import type { Partnership } from '../../model/partnership.js'
import type { Policy } from '../../model/policy.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import { type Rule, definePartnershipRule, definePartnersRule, defineRecordRule, isRunning } from '../rule.js'

/** It began on or after the day of the standard, or is of a tier that signs it whenever it began. */
const mustSign = (partnership: Partnership, standard: NonNullable<Policy['standard']>, policy: PolicyAnswers) =>
  (partnership.start !== undefined && partnership.start.first >= standard.from.first) ||
  standard.tiers.includes(policy.tier(partnership).id)

const notSigned = definePartnershipRule({
  code: 'standard/not-signed',
  severity: 'warning',
  summary: 'A partnership has not signed the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'The standard is the pledge that all new partnerships make.',
  remedy: 'Have it signed, and add `standard` with `version` and `agreed`.',
  *check(partnership, { policy }) {
    const standard = policy.policy.single('standard')
    if (standard === undefined || !isRunning(partnership) || partnership.standard !== undefined) return
    if (!mustSign(partnership, standard, policy)) return
    yield {
      at: atKey(partnership, 'standard'),
      key: standard.version,
      message: `the partnership standard (version ${standard.version}) is not signed`,
    }
  },
})

const oldVersion = definePartnershipRule({
  code: 'standard/old-version',
  severity: 'info',
  summary: 'A partnership has signed an older version of the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'It has pledged something other than what is now required.',
  remedy: 'Have the current version signed.',
  *check(partnership, { policy }) {
    const current = policy.policy.single('standard')?.version
    if (
      current === undefined ||
      !isRunning(partnership) ||
      partnership.standard === undefined ||
      partnership.standard.version === current
    )
      return
    yield {
      at: at(partnership, 'standard', 'version'),
      key: current,
      message: `version ${partnership.standard.version} of the partnership standard was signed; ${current} is in force`,
    }
  },
})

/** Bodies that sign a pledge; regulators, networks and government departments do not. */
const SIGNS_NOTHING: readonly string[] = ['regulator', 'network', 'government', 'ics', 'unknown']

const partnerNotSigned = definePartnersRule({
  code: 'standard/partner-not-signed',
  severity: 'info',
  summary: 'A partner of a partnership that signs the standard has not signed it itself.',
  source:
    'policy.yaml: standard; Oxford Health Board paper of April 2019, section 1: brought to all partner organisations in time',
  why: 'A partnership keeps its word only if each partner does.',
  remedy: 'Have it signed, and record it with `partners record standard`.',
  *check({ register, policy, asOf }) {
    const standard = policy.policy.single('standard')
    if (standard === undefined) return
    for (const organisation of register.organisations) {
      const { id, kind, status, standard: signed } = organisation
      const isOver = status === 'merged' || status === 'closed'
      if (id === register.settings.organisation || isOver || signed !== undefined || SIGNS_NOTHING.includes(kind))
        continue
      const concerned = partnershipsOf(register, organisation, asOf).filter(
        (it) => isRunning(it) && (it.standard !== undefined || mustSign(it, standard, policy)),
      )
      if (concerned.length > 0)
        yield {
          at: atKey(organisation, 'standard'),
          key: standard.version,
          message: `the partnership standard (version ${standard.version}) is not signed, and ${concerned[0]!.name} ${concerned[0]!.standard === undefined ? 'is to sign it' : 'has'}`,
          hint: `have it signed: partners record standard organisations/${id}`,
        }
    }
  },
})

const partnerOldVersion = defineRecordRule({
  code: 'standard/partner-old-version',
  severity: 'info',
  summary: 'A partner has signed an older version of the partnership standard.',
  source: 'policy.yaml: standard',
  why: 'It has pledged something other than what is now required.',
  remedy: 'Have the current version signed.',
  records: ['organisation'],
  *check(organisation, { policy }) {
    const current = policy.policy.single('standard')?.version
    const signed = organisation.standard?.version
    if (current === undefined || signed === undefined || signed === current) return
    yield {
      at: at(organisation, 'standard', 'version'),
      key: current,
      message: `version ${signed} of the partnership standard was signed; ${current} is in force`,
    }
  },
})

export const standardRules: readonly Rule[] = [notSigned, oldVersion, partnerNotSigned, partnerOldVersion]
