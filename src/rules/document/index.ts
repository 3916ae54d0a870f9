import type { Day } from '../../model/day.js'
import { forceOf } from '../../model/grounds.js'
import { at, type Because } from '../../model/place.js'
import { counted, inMessage } from '../../model/words.js'
import { dutyName } from '../../policy/describe-document.js'
import { isSure, type DocumentDuty } from '../../policy/documents.js'
import { contentsRules } from './contents.js'
import { defineDocumentRule } from '../document-rule.js'
import { FORMER_CODES } from '../codes.js'
import { type Rule, defineRecordRule, definePartnershipRule } from '../rule.js'

const notApplicable = defineRecordRule({
  code: 'document/not-applicable',
  severity: 'warning',
  summary: 'A document is marked as not applicable without a reason.',
  source: 'Not applicable, unknown and none are three different answers',
  why: '“n/a” is the easiest way round a question.',
  remedy: 'Add `reason`.',
  records: ['partnership', 'organisation'],
  *check(record) {
    for (const [index, { type, status, reason }] of record.documents.entries()) {
      if (status === 'not-applicable' && reason === undefined)
        yield {
          at: at(record, 'documents', index, 'status'),
          key: type,
          message: `${type} is marked as not applicable, without a reason`,
        }
    }
  },
})

/** How many reasons are shown; those of many documents are alike. */
const SHOWN = 3

const undecided = definePartnershipRule({
  code: 'document/undecided',
  severity: 'info',
  summary: 'Facts are missing that decide whether documents are required.',
  source: 'policy.yaml: documents; while a fact is not known, it is undecided whether they are required',
  why: 'Which documents a partnership needs depends on facts such as its value and its data.',
  remedy:
    'Answer the questions of `partners ask`, which write `kind`, `value`, `data` and `care`; or list these under `unknown` with the reason.',
  *check(partnership, { policy }) {
    const open = policy.documents(partnership).filter((it) => !isSure(it))
    if (open.length === 0) return
    yield {
      at: at(partnership, 'documents'),
      message: () =>
        `it is not known whether ${open.length === 1 ? 'this document is' : `these ${open.length} documents are`} required: ${inMessage(open.map(dutyName), ', ')}`,
      hint: `partners ask ${partnership.id} asks the questions that decide it`,
      because: () => [...open.slice(0, SHOWN).flatMap((it) => it.because), ...more(open.length - SHOWN)],
    }
  },
})

const more = (count: number): Because[] => (count > 0 ? [{ text: `and ${counted(count, 'more document')}` }] : [])

const isMust = ({ basis }: DocumentDuty) => forceOf(basis) === 'must'
/** The first of what is made again and again is not absent before its day. */
const isAbsent = ({ state, unsure, document, until }: DocumentDuty, asOf: Day) =>
  state === 'missing' && !unsure && document?.status !== 'not-applicable' && (until === undefined || until < asOf)
const howToAdd = ({ type, organisation }: DocumentDuty) =>
  `add it under documents with type: ${type}${organisation === undefined ? '' : ` in ${organisation.file}`}, or say why it is not applicable`

export const documentRules: readonly Rule[] = [
  defineDocumentRule({
    code: 'document/expired',
    severity: 'error',
    cause: 'time',
    summary: 'A document that policy requires has expired.',
    why: 'Documents expire one by one, and nobody notices.',
    remedy: 'Renew it, and write the new days.',
    appliesTo: (duty) => duty.state === 'expired' && isMust(duty),
  }),
  defineDocumentRule({
    code: 'document/out-of-date',
    formerly: FORMER_CODES['document/out-of-date'],
    severity: 'warning',
    cause: 'time',
    summary: 'A document that guidance or a proposal asks for has expired.',
    why: 'It is not required by law, but somebody decided that it was worth having.',
    remedy: 'Renew it, and write the new days.',
    appliesTo: (duty) => duty.state === 'expired' && !isMust(duty),
  }),
  defineDocumentRule({
    code: 'document/expiring',
    severity: 'warning',
    cause: 'time',
    summary: 'A document that policy requires is about to expire.',
    why: 'Renewing takes longer than people think.',
    remedy: 'Renew it before that day.',
    appliesTo: ({ state }) => state === 'expiring',
  }),
  defineDocumentRule({
    code: 'document/missing',
    severity: 'warning',
    summary: 'A document that policy requires is not on file.',
    why: 'A document that cannot be produced when it is needed might as well not exist.',
    remedy:
      'Add it under `documents` (in the partner’s own file where the partner holds it), or say why it is not applicable.',
    appliesTo: (duty, asOf) => isAbsent(duty, asOf) && isMust(duty),
    hint: howToAdd,
  }),
  defineDocumentRule({
    code: 'document/absent',
    formerly: FORMER_CODES['document/absent'],
    severity: 'info',
    summary: 'A document that guidance or a proposal asks for is not on file.',
    why: 'It should be there, but nobody has to have it: law, regulations and contracts are counted apart.',
    remedy: 'Add it, say why it is not applicable, or take the demand out of the policy with `off` and the reason.',
    appliesTo: (duty, asOf) => isAbsent(duty, asOf) && !isMust(duty),
    hint: howToAdd,
  }),
  defineDocumentRule({
    code: 'document/needed-before-start',
    severity: 'info',
    summary: 'A proposed partnership will need a document before it starts.',
    why: 'A document that is missing at the start is seldom added later.',
    remedy: 'Have it ready before the partnership becomes active.',
    // whether an undecided one is required is reported once, by document/undecided
    appliesTo: ({ state, unsure }) => state === 'needed-before-start' && !unsure,
  }),
  ...contentsRules,
  notApplicable,
  undecided,
  defineDocumentRule({
    code: 'document/unsigned',
    severity: 'warning',
    summary: 'A document that policy requires is not signed, or a self-assessment not accepted.',
    why: 'A draft counts for nothing in a dispute, and a form that has arrived has not yet been accepted.',
    remedy:
      'Get it signed and add the day under `signed`. For a self-assessment add `status`, `decided-by` and `decided-on`; where the risks cover every category, have the lead confirm the entry.',
    appliesTo: ({ state, unsure }) => state === 'unsigned' && !unsure,
    hint: ({ form, isProfile }) =>
      form !== undefined
        ? form.status === 'not-accepted'
          ? 'agree with the partner what will be done, and ask for a new one'
          : 'review its answers, and add status (accepted, accepted-with-actions or not-accepted), decided-by and decided-on'
        : isProfile
          ? 'have the lead review the risks, and record it with partners record confirm'
          : 'get it signed, and write the day under signed',
  }),
]
