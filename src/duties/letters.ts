import type { Organisation } from '../model/organisation.js'
import type { Day } from '../model/day.js'
import { by, getOrMake } from '../model/order.js'
import { dutyOf, dutyState, rolesOf, type Duty, type DutyState } from './duty.js'

/** Who a letter is to: a role of the register, or a partner organisation. */
export type Addressee =
  { readonly kind: 'lead'; readonly role: string } | { readonly kind: 'partner'; readonly organisation: Organisation }

/** What a role or partner is reminded of, by state; what is due later is left out. */
export interface Letter {
  readonly to: Addressee
  readonly duties: Readonly<Record<Reminded, readonly Duty[]>>
}
type Reminded = Exclude<DutyState, 'later'>

/** Every letter that there would be on a day: to roles, then to partners, each by name. */
export function lettersOf(duties: readonly Duty[], asOf: Day, soon: Day): Letter[] {
  const owed = duties.filter((it) => dutyState(it, asOf, soon) !== 'later')
  const ofRoles = new Map<string, Duty[]>()
  for (const duty of owed)
    for (const role of rolesOf(duty)) getOrMake(ofRoles, role, () => []).push(dutyOf(duty, role)!)
  const ofPartners = new Map<Organisation, Duty[]>()
  for (const duty of owed) {
    const partner = theirs(duty)
    if (partner !== undefined) getOrMake(ofPartners, partner, () => []).push(duty)
  }
  const inStates = (of: readonly Duty[]) => {
    const inState = (state: Reminded) => of.filter((it) => dutyState(it, asOf, soon) === state)
    return {
      overdue: inState('overdue'),
      'due-soon': inState('due-soon'),
      needed: inState('needed'),
      open: inState('open'),
    }
  }
  return [
    ...[...ofRoles].map(([role, of]): Letter => ({ to: { kind: 'lead', role }, duties: inStates(of) })),
    ...[...ofPartners].map(([organisation, of]): Letter => ({
      to: { kind: 'partner', organisation },
      duties: inStates(of),
    })),
  ].sort(by(({ to }) => `${to.kind} ${nameOf(to)}`))
}

/** What is due and has no role that answers for it, so that no letter to a role has it. */
export const inNoLetter = (duties: readonly Duty[], asOf: Day, soon: Day): Duty[] =>
  duties.filter((it) => rolesOf(it).length === 0 && dutyState(it, asOf, soon) !== 'later')

/** The title of the role, or the name of the partner. */
export const nameOf = (to: Addressee): string => (to.kind === 'lead' ? to.role : to.organisation.name)

/** Everything that a letter is about, in its order. */
export const dutiesIn = ({ duties }: Letter): readonly Duty[] => Object.values(duties).flat()

/** A blank form that goes with a letter. */
export interface FormOf {
  readonly form: 'self-assessment' | 'risk-profile'
  /** The id of the organisation or partnership that fills it in. */
  readonly about: string
  readonly title: string
}

const FORMS: Readonly<Record<string, FormOf['form']>> = {
  'governance-self-assessment': 'self-assessment',
  'risk-profile': 'risk-profile',
}

/** The forms that a letter asks for: a partner answers for itself, and a lead for each partnership. */
export const formsIn = (letter: Letter): FormOf[] => dutiesIn(letter).flatMap((it) => formOf(it, letter.to) ?? [])

/** The form by which a duty is met, where its addressee is the one to fill it in. */
export function formOf({ document, about, what }: Duty, to: Addressee): FormOf | undefined {
  const form = document && FORMS[document.type]
  // a profile that is only to be confirmed is not filled in anew
  const isFilledIn = document?.isProfile && document.state === 'unsigned'
  if (form === 'risk-profile' && to.kind === 'lead' && !isFilledIn)
    return { form, about: about.id, title: `${what}: ${about.name}` }
  if (form === 'self-assessment' && to.kind === 'partner')
    return { form, about: to.organisation.id, title: document!.title }
  return undefined
}

/** Made about a partner, not by it: the partner has none to send. */
const MADE_BY_US: ReadonlySet<string> = new Set(['due-diligence', 'registration-check'])

/** The partner that has to send something; a form that it has sent is for us to accept. */
function theirs({ document }: Duty): Organisation | undefined {
  if (document === undefined || MADE_BY_US.has(document.type)) return undefined
  const { state, form, organisation } = document
  const isWithUs = state === 'unsigned' && form !== undefined && form.status !== 'not-accepted'
  return isWithUs ? undefined : organisation
}
