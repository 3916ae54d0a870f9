import * as z from 'zod'
import { countFigure } from '../../figures/figure.js'
import { describeWhen, type Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import {
  requirementsOf,
  metByOthers,
  distinctByDocument,
  type Requirement,
  type DistinctRequirement,
} from '../../policy/requirements.js'
import { isSure, type DocumentDuty } from '../../policy/documents.js'
import {
  dutyName,
  describeEntry,
  describeForm,
  describeSigning,
  describeState,
} from '../../policy/describe-document.js'
import { capital, inWords } from '../../model/words.js'
import { section, type StatedShape } from '../define-paper.js'
import { formRow, formsIn, formView, hasConcerns } from '../rows/self-assessments.js'
import { withoutStop } from '../phrases.js'
import { count, flag, group, maybe, rows, text, texts } from '../view-parts.js'
import type { About } from './about.js'

type DocumentData = Partnership['documents'][number]

const shape = {
  documents: group({
    asked: count,
    wanting: count,
    /** `own` is the title of the document itself. Certainly required, one row for each document and state. */
    list: rows({
      title: text,
      own: maybe,
      held: z.enum(['partnership', 'partner']),
      holders: texts,
      state: text,
      evidence: maybe,
      why: text,
      /** The facts alone that make it required, without what the policy rests on. */
      facts: text,
      where: maybe,
    }),
    /** Whether these are needed is not known. */
    perhaps: rows({ title: text, why: text, where: maybe }),
    /** Kept although nothing requires them, or as history. */
    others: rows({ title: text, own: maybe, state: text, superseded: flag, evidence: maybe, where: maybe }),
  }),
  /** The latest self-assessments of its partners that say what is not acceptable, or a concern. */
  forms: formView,
}
type Documents = StatedShape<typeof shape>['documents']
type Row = Documents['list'][number]

/** Documents that it needs, with state and holder; those that it may need; and others that it has. */
export const documents = section(shape, (about: About) => {
  const requirements = requirementsFor(about)
  const duties = requirements.map((it) => it.duty)
  const documents = distinctByDocument(requirements)
  const sure = documents.map((it) => it.duty).filter(isSure)
  const met = metByOthers(requirements)
  const counted = (how: string, all: readonly DocumentDuty[]) =>
    countFigure(
      how,
      all.map((it) => ({ name: dutyName(it), at: it.at })),
    )
  return {
    documents: {
      asked: counted('documents that are certainly required', sure),
      wanting: counted('required documents that are not in force', sure.filter(isWanting)),
      list: requirements
        .filter((it) => isSure(it.duty))
        .map((it) => rowOf(about, it.duty, met.get(it)?.duty))
        .reduce(together, []),
      perhaps: documents
        .map((it) => it.duty)
        .filter((it) => !isSure(it))
        .map((it) => ({ title: dutyName(it), ...whyOf(about, it) })),
      others: others(about, duties),
    },
    forms: formsIn(about, [about.partnership, ...about.parts])
      .filter(hasConcerns)
      .map(formRow),
  }
})

/** Its own and those of its parts; a partner's document that both require is listed once. */
function requirementsFor({ policy, partnership, parts }: About): DistinctRequirement[] {
  const all = requirementsOf(policy, [partnership, ...parts])
  const sureFirst = all.toSorted((a, b) => Number(a.duty.unsure) - Number(b.duty.unsure))
  const same = ({ duty: a }: Requirement, { duty: b }: Requirement) =>
    a.type === b.type && a.organisation?.id === b.organisation?.id
  return all
    .filter((it) => sureFirst.find((other) => same(it, other)) === it)
    .map((it) => ({ ...it, all: [{ ...it, partnership }] }))
}

const isWanting = ({ state }: DocumentDuty) => !['held', 'expiring', 'not-applicable'].includes(state)

/** @param met the requirement whose document also meets this one */
function rowOf(about: About, duty: DocumentDuty, met: DocumentDuty | undefined): Row {
  const { title, organisation, document } = duty
  const evidence = document === undefined ? selfAssessment(duty) : evidenceOf(document, about.asOf)
  return {
    title,
    own: document?.title,
    held: organisation === undefined ? 'partnership' : 'partner',
    holders: [organisation?.name ?? 'the partnership'],
    state: met === undefined ? stateOf(duty) : `${stateOf(duty)}; “${met.title}” will do for it`,
    evidence,
    facts: duty.reasons.join(', '),
    ...whyOf(about, duty),
  }
}

/** The same document of several partners in the same state is one row. */
function together(rows: Row[], row: Row): Row[] {
  const keys = ['title', 'own', 'state', 'evidence'] as const
  const same = rows.find((it) => keys.every((key) => it[key] === row[key]))
  if (same === undefined) return [...rows, row]
  return rows.map((it) => (it === same ? { ...it, holders: [...it.holders, ...row.holders] } : it))
}

/** Why it is required, in words, and the policy entry that requires it. */
export function whyOf(
  { where }: Pick<About, 'where'>,
  { type, because }: DocumentDuty,
): { why: string; where: string | null } {
  const prefix = `${type}: `
  const why = because.map(({ text }) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)).join('; ')
  return { why, where: where(because[0]?.at) }
}

/** The state of a required document; why it is not applicable, where that is stated. */
export const stateOf = (duty: DocumentDuty): string =>
  duty.state === 'not-applicable' ? `${describeState(duty)}: ${duty.document?.reason}` : describeState(duty)

/** The evidence for a document: who signed and saw it, when, and where it is; null where there is none. */
export function evidenceOf(document: DocumentData, asOf: Day): string | null {
  const { version, rating, link, sha256, note, 'seen-by': by, 'seen-on': on } = document
  const seen = [by && `by ${by}`, on && describeWhen(on)].filter((it) => it !== undefined)
  const parts = [
    version && `version ${version}`,
    rating && `rated ${rating}`,
    describeSigning(document, asOf),
    seen.length === 0 ? undefined : `seen ${seen.join(' ')}`,
    link && `kept at ${link}`,
    sha256 && `checksum ${sha256}`,
    note,
  ]
  return parts.flatMap((it) => (it === undefined ? [] : [withoutStop(it)])).join('; ') || null
}

/**
 * When the self-assessment of the organisation that counts as the document was completed, what was made of it, and what
 * came of it; null where there is none.
 */
export function selfAssessment({ form: it }: DocumentDuty): string | null {
  if (it === undefined) return null
  const { date, form, status = 'received', result, source } = it
  const completed = `${capital(form ?? 'self-assessment')} ${describeWhen(date)}`
  return [completed, status === 'received' ? undefined : describeForm(it), result, source]
    .flatMap((it) => (it === undefined ? [] : [withoutStop(it)]))
    .join('; ')
}

/** Other documents that it has: not required, or the requirement is met by another. */
function others({ partnership, parts, where, asOf }: About, duties: readonly DocumentDuty[]): Documents['others'] {
  const required = new Set(duties.map((it) => it.document))
  const all = [partnership, ...parts].flatMap((record) =>
    record.documents.map((document, index) => ({ document, place: at(record, 'documents', index) })),
  )
  return all
    .filter(({ document }) => !required.has(document))
    .map(({ document, place }) => ({
      title: nameOf(document, duties),
      own: document.title,
      state: describeEntry(document, asOf),
      superseded: document.status === 'superseded',
      evidence: evidenceOf(document, asOf),
      where: where(place),
    }))
}

/** The title that policy gives a type of document; the type in words where policy does not require it. */
export const nameOf = ({ type }: Pick<DocumentData, 'type'>, duties: readonly DocumentDuty[]) =>
  duties.find((it) => it.type === type)?.title ?? capital(inWords(type))
