import { formatDay } from '../../model/day.js'
import type { PaperInput } from '../paper.js'
import { nameOf } from '../phrases.js'
import { organisationRows } from './organisations.js'
import { partnershipSections } from './partnerships.js'
import { scopeOf } from './scope.js'
import { summary } from './summary.js'
import type { RegisterView } from './view.js'
import { wholeRegister } from './whole.js'

/** The view of the register extract, section by section in the order of the paper. */
export function buildRegisterExtract(input: PaperInput): { view: RegisterView; narrative: Record<string, string> } {
  const scope = scopeOf(input)
  const { register, asOf, provenance } = scope
  const view: RegisterView = {
    organisation: nameOf(register, register.settings.organisation),
    register: register.settings.name ?? null,
    asOf: formatDay(asOf),
    ...summary(scope),
    partnerships: partnershipSections(scope),
    ...organisationRows(scope),
    ...wholeRegister(scope),
    provenance,
  }
  return { view, narrative: {} }
}
