import { atKey, at } from '../../model/place.js'
import { partnershipsOf } from '../../model/participation.js'
import { canSign, mustSign } from '../../policy/standard.js'
import { type Rule, definePartnershipRule, definePartnersRule, defineRecordRule, isRunning } from '../rule.js'

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
    if (!mustSign(partnership, policy)) return
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
      if (organisation.standard !== undefined || !canSign(register, organisation)) continue
      const concerned = partnershipsOf(register, organisation, asOf).filter(
        (it) => isRunning(it) && (it.standard !== undefined || mustSign(it, policy)),
      )
      if (concerned.length > 0)
        yield {
          at: atKey(organisation, 'standard'),
          key: standard.version,
          message: `the partnership standard (version ${standard.version}) is not signed, and ${concerned[0]!.name} ${concerned[0]!.standard === undefined ? 'is to sign it' : 'has'}`,
          hint: `have it signed: partners record standard organisations/${organisation.id}`,
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
