import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { isSure, type DocumentDuty } from '../policy/documents.js'
import { defineList, one, type ListInput } from './list.js'

/** A document that is asked for, or one that is held without being asked for. */
export interface DocumentRow {
  readonly partnership: Partnership | undefined
  readonly organisation: Organisation | undefined
  readonly duty: DocumentDuty | undefined
  readonly document: Partnership['documents'][number] | undefined
}

/** Documents by partnership and holder: those that policy asks for with their state, and others that are held. */
export const documentList = defineList<DocumentRow>({
  name: 'documents',
  summary: 'the documents that are asked for or held, with their state and holder',
  shown: ['partnership', 'document', 'holder', 'state', 'until'],
  order: 'partnership',
  rows: documentRows,
  partnershipOf: (it) => it.partnership,
  columns: [
    { key: 'partnership', label: 'Partnership', type: 'word', values: (it) => one(it.partnership?.name) ?? [] },
    {
      key: 'document',
      label: 'Document',
      type: 'word',
      values: (it) => [it.duty?.title ?? it.document?.title ?? it.document?.type ?? ''],
    },
    { key: 'type', label: 'Type', type: 'word', values: (it) => one(it.duty?.type ?? it.document?.type) },
    {
      key: 'holder',
      label: 'Holder',
      type: 'word',
      values: (it) => [it.organisation?.name ?? 'the partnership'],
    },
    {
      key: 'state',
      label: 'State',
      type: 'word',
      values: (it) => [stateOf(it)],
      text: (it) => stateOf(it).replaceAll('-', ' '),
    },
    {
      key: 'signed',
      label: 'Signed',
      type: 'day',
      values: (it) => one(it.duty?.document?.signed?.last ?? it.document?.signed?.last) ?? [],
    },
    { key: 'until', label: 'Until', type: 'day', values: (it) => one(it.duty?.until) ?? [] },
    {
      key: 'why',
      label: 'Asked for because',
      type: 'word',
      values: (it) => it.duty?.because.map(({ text }) => text) ?? [],
    },
  ],
})

/** What decides whether it is needed may not be known; a document that nobody asks for is simply there. */
const stateOf = ({ duty }: DocumentRow) =>
  duty === undefined ? 'not-asked-for' : !isSure(duty) ? 'perhaps-needed' : duty.state

/** By partnership what is asked of it, then what it holds beside; last what organisations hold that nobody asks for. */
export function documentRows({ register, policy }: Pick<ListInput, 'register' | 'policy'>): DocumentRow[] {
  const rows: DocumentRow[] = []
  for (const partnership of register.partnerships) {
    const duties = policy.documents(partnership)
    for (const duty of duties)
      rows.push({ partnership, organisation: duty.organisation, duty, document: duty.document })
    for (const document of partnership.documents)
      if (!duties.some((it) => it.document === document))
        rows.push({ partnership, organisation: undefined, duty: undefined, document })
  }
  const asked = new Set(rows.map((it) => it.document))
  for (const organisation of register.organisations)
    for (const document of organisation.documents)
      if (!asked.has(document)) rows.push({ partnership: undefined, organisation, duty: undefined, document })
  return rows
}
