import { forceOf, formatForce } from '../../model/grounds.js'
import { formatNames } from '../../model/words.js'
import { isSure } from '../../policy/documents.js'
import { leadOf } from '../../model/hierarchy.js'
import { titleOf } from '../../model/role.js'
import type { Requirement } from '../../policy/requirements.js'
import { questionRows, questionsOf } from '../rows/questions.js'
import { countDocuments, mustFirst } from '../rows/completeness.js'
import { by, grouped } from '../../model/order.js'
import { describeSelection } from '../phrases.js'
import { openQuestions } from './reason.js'
import { describeState, formatUntil } from '../../policy/describe-document.js'
import { section } from '../define-paper.js'
import { count, maybe, rows, text, texts } from '../view-parts.js'
import { heldShape, holderOf, type Needed, type Scope } from './scope.js'

const shape = {
  /** What has expired, the longest ago first, and what soon will. */
  expiredList: rows({ ...heldShape, force: text, day: text, lead: maybe }),
  soonList: rows({ ...heldShape, force: text, day: text, lead: maybe }),
  unsignedList: rows({ ...heldShape, state: text, note: maybe, lead: maybe }),
  /** `beforeStart` says which of them are needed only before a partnership starts. */
  missingList: rows({ title: text, force: text, count, of: text, beforeStart: maybe }),
}

/** What has expired, is about to, is not signed, or is missing. */
export const gaps = section(shape, (scope: Scope) => {
  const { register, toSeeTo: sure } = scope
  const held = (it: Needed) => ({
    title: it.duty.title,
    holder: holderOf(it),
    force: formatForce(it.duty.basis),
    lead: describeLeads(it.wholes.map((whole) => titleOf(register, leadOf(register, whole)))),
  })
  const until = (state: 'expired' | 'expiring') =>
    sure
      .filter(({ duty }) => duty.state === state)
      .sort(by(({ duty }) => [forceOf(duty.basis), duty.until].join(' ')))
      .map((it) => ({ ...held(it), day: formatUntil(it.duty) }))
  return {
    expiredList: until('expired'),
    soonList: until('expiring'),
    unsignedList: sure
      .filter(({ duty }) => duty.state === 'unsigned')
      .map((it) => ({
        title: it.duty.title,
        holder: holderOf(it),
        lead: held(it).lead,
        state: describeState(it.duty),
        note: it.duty.document?.note ?? it.duty.form?.result,
      })),
    missingList: missingList(scope),
  }
})

/** The roles that lead the partnerships which need a document; undefined when none is named. */
const describeLeads = (leads: readonly (string | undefined)[]) =>
  formatNames([...new Set(leads.flatMap((it) => it ?? []))]) || undefined

function missingList({ toSeeTo: sure, running }: Scope) {
  const missing = sure.filter(({ duty }) => duty.state === 'missing' || duty.state === 'needed-before-start')
  const byType = grouped(missing, (it) => it.duty.type)
  return mustFirst(byType, ([first]) => first!.duty.basis).map((all) => ({
    title: all[0]!.duty.title,
    force: formatForce(all[0]!.duty.basis),
    count: countDocuments(`${all[0]!.duty.title}: not on file`, all),
    of: describeHolders(all, running.wholes),
    beforeStart: describeBeforeStart(all),
  }))
}

/** Which of them are needed only before a partnership starts. */
function describeBeforeStart(all: readonly Requirement[]): string | undefined {
  const later = all.filter(({ duty }) => duty.state === 'needed-before-start').map(holderOf)
  if (later.length === 0) return undefined
  return later.length === all.length ? 'needed before the start' : `of ${formatNames(later)} before the start`
}

/** Whose documents are meant. */
function describeHolders(all: readonly Requirement[], wholes: Scope['running']['wholes']): string {
  const names = all.map(holderOf)
  const areOfPartners = all[0]!.duty.organisation !== undefined
  const others = wholes.map((it) => it.name)
  return areOfPartners ? formatNames(names) : describeSelection(names, others)
}

/** Facts that are not known, the documents that depend on them, and whose; those that decide most come first. */
const undecidedShape = { questions: questionRows, undecided: rows({ facts: texts, documents: texts, of: text }) }

/** What may be needed, and the facts that are not known on which that depends. */
export const undecided = section(undecidedShape, ({ once, documents, running, policy }: Scope) => {
  const open = once.filter(({ duty }) => !isSure(duty))
  const ofFacts = grouped(open, ({ duty }) => openQuestions(duty.reasons).join(', '))
  const found = ofFacts.flatMap((all) => {
    const ofType = grouped(all, (it) => it.duty.type)
    // documents of the same holders are listed together, as one fact decides them all
    return grouped(ofType, (same) => same.map(holderOf).join('; ')).map((types) => ({
      facts: openQuestions(all[0]!.duty.reasons),
      documents: types.map((same) => same[0]!.duty.title),
      of: describeHolders(types[0]!, running.wholes),
      weight: types.reduce((sum, same) => sum + same.length, 0),
    }))
  })
  return {
    questions: questionsOf(policy, running.all, documents),
    undecided: found.sort((a, b) => b.weight - a.weight).map(({ facts, documents, of }) => ({ facts, documents, of })),
  }
})
