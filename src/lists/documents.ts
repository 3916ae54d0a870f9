import { exactly, type InexactDay } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { schemaAt } from '../model/schema-walk.js'
import { BASIS_WORDS, forceOf } from '../model/grounds.js'
import { inWords } from '../model/words.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { isSure, type DocumentDuty } from '../policy/documents.js'
import { dayColumn, wordColumn, type ListInput } from './columns.js'
import { defineList } from './list.js'

type Document = Partnership['documents'][number]

/** A document that policy requires, or one that is kept although nothing requires it. */
export interface DocumentRow {
  readonly partnership: Partnership | undefined
  readonly organisation: Organisation | undefined
  readonly duty: DocumentDuty | undefined
  readonly document: Document | undefined
  /** A requirement of its kind, which another document meets better. */
  readonly beside?: DocumentDuty | undefined
}

/** Documents by partnership and holder: those that policy requires, with their state, and others that are kept. */
export const documentList = defineList<DocumentRow>({
  name: 'documents',
  summary: 'required documents, and others in the register, with their state and holder',
  shown: ['partnership', 'document', 'holder', 'force', 'state', 'until'],
  order: 'partnership',
  rows: documentRows,
  partnershipOf: (it) => it.partnership,
  counted: (rows) =>
    rows.some((it) => it.organisation !== undefined && it.partnership !== undefined)
      ? 'a partner’s document once for each partnership that requires it'
      : undefined,
  fields: { schema: () => schemaAt(partnershipSchema, ['documents', 0])!, of: (it) => it.document },
  columns: [
    wordColumn('partnership', 'Partnership', (it) => it.partnership?.name ?? []),
    wordColumn(
      'document',
      'Document',
      (it, { policy }) => it.duty?.title ?? (it.document === undefined ? '' : titleOf(policy, it.document)),
    ),
    wordColumn('type', 'Type', (it) => it.duty?.type ?? it.document?.type),
    wordColumn('holder', 'Holder', (it) => it.organisation?.name ?? 'the partnership'),
    {
      ...wordColumn<DocumentRow>('state', 'State', stateOf, (it) => STATES[stateOf(it)]),
      meant: (word) => {
        const words = word.toLowerCase().replaceAll('-', ' ')
        return Object.entries(STATES).find(([code, state]) => [inWords(code), state].includes(words))?.[0] ?? word
      },
    },
    wordColumn('force', 'Must or should', (it) => it.duty && forceOf(it.duty.basis)),
    wordColumn(
      'basis',
      'Basis',
      (it) => it.duty?.basis,
      (it) => it.duty?.basis && BASIS_WORDS[it.duty.basis],
    ),
    wordColumn('source', 'Source', (it) => it.duty?.source),
    dayColumn('signed', 'Signed', (it) => it.document?.signed ?? 'none'),
    dayColumn('until', 'Until', untilOf),
    wordColumn('why', 'Required because', (it) => it.duty?.because.map(({ text }) => text) ?? []),
  ],
})

/** Each state as people read it; its days have columns of their own. */
const STATES = {
  held: 'in force',
  expiring: 'in force, expires soon',
  expired: 'expired',
  unsigned: 'not signed or accepted',
  missing: 'not on file',
  'needed-before-start': 'not on file, needed before the start',
  'not-applicable': 'not applicable',
  'perhaps-needed': 'may be needed',
  'not-asked-for': 'not required',
  replaced: 'replaced by a newer one',
  further: 'one more of its kind',
} as const

/** A document that is not required, by its kind and its own title, where there are both. */
export function titleOf({ policy }: PolicyAnswers, { type, title }: Document): string {
  const kind = policy.entries('documents').find((it) => it.id === type)?.data.title
  if (kind === undefined) return title ?? inWords(type)
  return title === undefined ? kind : `${kind}: ${title}`
}

/** Its last day as it is written, or as policy reckons it. */
function untilOf({ document, duty }: DocumentRow): InexactDay | 'none' {
  if (document?.expires !== undefined) return document.expires
  return duty?.until === undefined ? 'none' : exactly(duty.until)
}

/** Whether it is needed may depend on facts that are not known; a document that is not required is simply there. */
function stateOf({ duty, document, beside }: DocumentRow): keyof typeof STATES {
  if (duty !== undefined) return isSure(duty) ? duty.state : 'perhaps-needed'
  if (document?.status === 'superseded') return 'replaced'
  if (beside === undefined) return 'not-asked-for'
  return document !== undefined && isOlder(document, beside.document) ? 'replaced' : 'further'
}

/** Is it older than another one? Two with different titles may both be in force. */
function isOlder(a: Document, b: Document | undefined): boolean {
  const isOther = a.title !== undefined && b?.title !== undefined && a.title !== b.title
  return b !== undefined && !isOther && (isBefore(a.signed, b.signed) || isBefore(a.expires, b.expires))
}

function isBefore(a: InexactDay | 'none' | undefined, b: InexactDay | 'none' | undefined): boolean {
  if (a === undefined || a === 'none' || b === undefined) return false
  return b === 'none' || a.last < b.last
}

/** By partnership what it needs, then what else it has; last what organisations have that nothing requires. */
export function documentRows({ register, policy }: Pick<ListInput, 'register' | 'policy'>): DocumentRow[] {
  const rows: DocumentRow[] = []
  for (const partnership of register.partnerships) {
    const duties = policy.documentsAsShown(partnership)
    for (const duty of duties)
      rows.push({ partnership, organisation: duty.organisation, duty, document: duty.document })
    for (const document of partnership.documents) {
      if (duties.some((it) => it.document === document)) continue
      const own = duties.filter((it) => it.organisation === undefined || it.organisation.id === document.organisation)
      const beside = own.find((it) => isOfKind(document, it))
      rows.push({ partnership, organisation: undefined, duty: undefined, document, beside })
    }
  }
  const required = new Set(rows.map((it) => it.document))
  for (const organisation of register.organisations)
    for (const document of organisation.documents) {
      if (required.has(document)) continue
      const isOfIt = ({ duty }: DocumentRow) => duty?.organisation === organisation && isOfKind(document, duty)
      const beside = rows.find(isOfIt)?.duty
      rows.push({ partnership: undefined, organisation, duty: undefined, document, beside })
    }
  return rows
}

const isOfKind = ({ type }: Document, duty: DocumentDuty) => [duty.type, duty.document?.type].includes(type)
