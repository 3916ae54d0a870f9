// Faults as keepers make them. Each is put into a faultless record, and says what must be found there, and nowhere else:
// code and place. Only records that no other one hangs on are spoiled, so that a fault stays in its file.
import { addDays, addMonths, AS_OF } from './days.js'

/**
 * @typedef {{ code: string, at: string, part?: 'key' | 'value' }} Wanted a finding at the value (or key) of a path
 * @typedef {object} Fault
 * @property {'partnership' | 'organisation'} on
 * @property {(record: any) => unknown} fits can it be made in this record?
 * @property {(other: any, record: any) => boolean} [other] which record it needs besides, that gets no fault of its own
 * @property {(record: any, random: any, other: any) => Wanted[]} make spoils the record's data, or sets its `scribble`
 */

/** One fault each for so many records, as far as there are records for them. @returns how many were made */
export function spoil(random, records, wanted) {
  const kinds = random.shuffled(FAULTS)
  let free = random.shuffled(records.filter((it) => !it.isNamed))
  for (let made = 0; made < wanted; made++) {
    const found = firstFit(free, kinds, made)
    if (found === undefined) return made
    const { kind, record, other } = found
    free = free.filter((it) => it !== record && it !== other)
    record.wanted = kind.make(record, random, other)
  }
  return wanted
}

/** The kinds take turns; where nothing is left that one could be made in, the next one has its turn. */
function firstFit(free, kinds, turn) {
  for (let offset = 0; offset < kinds.length; offset++) {
    const kind = kinds[(turn + offset) % kinds.length]
    const record = free.find((it) => it.record === kind.on && kind.fits(it))
    if (record === undefined) continue
    if (kind.other === undefined) return { kind, record }
    const other = free.find((it) => it !== record && it.record === kind.on && kind.other(it, record))
    if (other !== undefined) return { kind, record, other }
  }
  return undefined
}

const isRunning = ({ facts }) => facts.status === 'active' || facts.status === 'under-review'
const isWhole = (record) => record.isPart !== true
/** Nothing hastens its reviews, so that the day of the next one follows from the tier alone. */
const isSteady = (record) =>
  isWhole(record) && isRunning(record) && !Object.values(record.grades ?? {}).some((it) => it.startsWith('R'))
const hasOpenRisk = ({ data, facts }) => data.risks && facts.status !== 'ended'

/** The finding stands in the later one of two files. */
function toldIn(later, record, finding) {
  if (later === record) return [finding]
  later.wanted = [finding]
  return []
}

/** A fault of a partnership. */
const partnership = (fits, make, other) => ({ on: 'partnership', fits, make, other })
const organisation = (fits, make) => ({ on: 'organisation', fits, make })

/** Gives a key another name, and leaves it where it is. */
function rename(data, from, to) {
  const entries = Object.entries(data)
  for (const [key] of entries) delete data[key]
  for (const [key, value] of entries) data[key === from ? to : key] = value
}

/** A green grade of governance while a document is not in order is told, too. */
function contradiction({ grades, data }) {
  return grades?.governance === 'G'
    ? [{ code: 'assessment/contradicts-evidence', at: `assessments.${data.assessments.length - 1}.governance` }]
    : []
}

/** The last of a running partnership's documents, which policy asks for. */
const lastDocument = ({ data }) => `documents.${data.documents.length - 1}`
const hasDocuments = (record) => isWhole(record) && isRunning(record) && record.data.documents !== undefined

const FIELDS = [
  ['summary', 'sumary'],
  ['objectives', 'objectivs'],
  ['actions', 'acitons'],
  ['headlines', 'headline'],
]

export const FAULTS = [
  // what is written wrongly
  partnership(
    ({ data, grades }) => FIELDS.some(([field]) => data[field]) && !Object.values(grades ?? {}).includes('R'),
    (record, random) => {
      const [field, misspelt] = random.pick(FIELDS.filter(([it]) => record.data[it]))
      rename(record.data, field, misspelt)
      return [{ code: 'schema/unknown-key', at: misspelt, part: 'key' }]
    },
  ),
  partnership(
    ({ data }) => data.reviews,
    ({ data }) => {
      data.reviews[0].outcome = 'contine'
      return [{ code: 'schema/choice', at: 'reviews.0.outcome' }]
    },
  ),
  partnership(
    ({ data }) => data.headlines,
    ({ data }) => {
      data.headlines[0].tone = 'goood'
      return [{ code: 'schema/choice', at: 'headlines.0.tone' }]
    },
  ),
  partnership(
    ({ data }) => data.milestones,
    ({ data }) => {
      data.milestones[0].due = '2027-02-30'
      return [{ code: 'schema/day', at: 'milestones.0.due' }]
    },
  ),
  partnership(
    ({ data }) => data.confirmed,
    ({ data }) => {
      data.confirmed = '03/04/2026'
      return [{ code: 'schema/ambiguous-day', at: 'confirmed' }]
    },
  ),
  partnership(
    ({ data }) => data.amounts,
    ({ data }) => {
      data.amounts[0].amount = 'about forty thousand'
      return [{ code: 'schema/money', at: 'amounts.0.amount' }]
    },
  ),
  partnership(
    ({ data }) => data.notice,
    ({ data }) => {
      data.notice = 'half a year'
      return [{ code: 'schema/duration', at: 'notice' }]
    },
  ),
  partnership(isWhole, (record) => {
    record.scribble = ({ lines, spots, findings }) => {
      const { line } = spots.get('summary').key
      lines.splice(line, 0, 'summary: Written a second time.')
      return { lines, findings: [...findings, { line: line + 1, column: 1, code: 'syntax/duplicate-key' }] }
    }
    return []
  }),
  partnership(
    ({ data }) => data.importance,
    (record) => {
      record.scribble = ({ lines, spots }) => {
        const { line } = spots.get('importance.level').key
        lines[line - 1] = lines[line - 1].replace('  ', '\t')
        return { lines, findings: [{ line, column: 1, code: 'syntax/tab' }] }
      }
      return []
    },
  ),
  partnership(
    () => true,
    (record) => {
      record.scribble = ({ lines, spots }) => {
        const { line } = spots.get('summary').key
        lines[line - 1] = 'summary: Reviewed: not yet'
        return { lines, findings: [{ line, column: 'summary: '.length + 1, code: 'syntax/yaml' }] }
      }
      return []
    },
  ),
  // what names something that is not there
  partnership(isWhole, ({ data }) => {
    data.partners[1].organisation = `${data.partners[1].organisation}-old`
    return [{ code: 'reference/organisation', at: 'partners.1.organisation' }]
  }),
  partnership(isWhole, ({ data }) => {
    data.lead += ', acting'
    return [{ code: 'reference/role', at: 'lead' }]
  }),
  partnership(
    () => true,
    ({ data }) => {
      data.objectives = [...data.objectives, 9]
      return [{ code: 'reference/objective', at: `objectives.${data.objectives.length - 1}` }]
    },
  ),
  partnership(isWhole, ({ data }) => {
    data.directorate = 'Adult Comunity Services'
    return [{ code: 'reference/directorate', at: 'directorate' }]
  }),
  partnership(
    ({ data, isPart }) => isPart && data.parent,
    ({ data }) => {
      data.unknown = { sponser: 'Being appointed.' }
      return [{ code: 'reference/unknown-path', at: 'unknown.sponser', part: 'key' }]
    },
  ),
  // days
  partnership(
    (record) => isWhole(record) && record.facts.status === 'ended',
    ({ data }) => {
      data.end = '2018-03-31'
      return [{ code: 'date/end-before-start', at: 'end' }]
    },
  ),
  partnership(
    (record) => isWhole(record) && isRunning(record) && record.facts.years > 0 && record.data.value.per === 'year',
    ({ data }) => {
      data.end = '2026-06-30'
      return [{ code: 'partnership/past-end', at: 'end' }]
    },
  ),
  partnership(
    ({ data }) => data.reviews?.length === 2,
    ({ data }) => {
      data.reviews[0].date = data.reviews[0].date.replace('202', '205')
      return [{ code: 'date/future', at: 'reviews.0.date' }]
    },
  ),
  partnership(
    ({ data, facts }) => data.actions && facts.status !== 'ended',
    ({ data }, random) => {
      data.actions[0].due = addDays(AS_OF, -random.whole(1, 200))
      return [{ code: 'action/past-due', at: 'actions.0.due' }]
    },
  ),
  partnership(
    (record) => isSteady(record) && record.data.reviews.length === 1,
    ({ data, months }) => {
      data.reviews[0].date = addMonths('2026-08-15', -months)
      return [{ code: 'review/overdue', at: 'reviews' }]
    },
  ),
  partnership(
    (record) => isSteady(record) && record.data.reviews.length === 1,
    ({ data, months }) => {
      data.reviews[0].date = addMonths('2026-04-15', -months)
      return [{ code: 'review/lapsed', at: 'reviews' }]
    },
  ),
  partnership(
    (record) => isSteady(record) && record.data.assessments?.length === 1,
    ({ data, months }) => {
      data.assessments[0].date = addMonths('2026-07-10', -months)
      return [{ code: 'assessment/overdue', at: 'assessments' }]
    },
  ),
  // grades
  partnership(
    (record) => isWhole(record) && record.data.assessments && record.data.actions === undefined && isRunning(record),
    ({ data }) => {
      const index = data.assessments.length - 1
      const latest = data.assessments[index]
      Object.assign(latest, { date: addDays(AS_OF, -8), outcomes: 'R' })
      latest.comments = { ...latest.comments, outcomes: 'The service stopped in August.' }
      return [{ code: 'assessment/red-without-action', at: `assessments.${index}.outcomes` }]
    },
  ),
  partnership(
    ({ data }) => data.assessments?.[0].comments?.outcomes,
    ({ data }) => {
      delete data.assessments[0].comments.outcomes
      if (Object.keys(data.assessments[0].comments).length === 0) delete data.assessments[0].comments
      return [{ code: 'assessment/comment-missing', at: 'assessments.0.outcomes' }]
    },
  ),
  partnership(
    ({ grades }) => grades?.relationships === 'G',
    ({ data }) => {
      const index = data.assessments.length - 1
      data.assessments[index].relationships = 'Green'
      return [{ code: 'assessment/spelling', at: `assessments.${index}.relationships` }]
    },
  ),
  // documents
  partnership(hasDocuments, (record) => {
    const at = lastDocument(record)
    record.data.documents.at(-1).expires = '2026-07-31'
    record.data.documents.at(-1).signed = '2025-08-01'
    return [{ code: 'document/expired', at }, ...contradiction(record)]
  }),
  partnership(
    (record) => hasDocuments(record) && record.data.documents.length > 1,
    (record) => {
      record.data.documents.pop()
      return [{ code: 'document/missing', at: 'documents', part: 'key' }, ...contradiction(record)]
    },
  ),
  partnership(hasDocuments, (record) => {
    const at = lastDocument(record)
    const { type } = record.data.documents.pop()
    record.data.documents.push({ type, status: 'draft' })
    return [{ code: 'document/unsigned', at }, ...contradiction(record)]
  }),
  partnership(
    ({ data }) => data.documents,
    ({ data }) => {
      data.documents.push({ type: 'agrement', signed: '2025-01-31' })
      return [{ code: 'reference/document-type', at: `documents.${data.documents.length - 1}.type` }]
    },
  ),
  // money and shares
  partnership(
    ({ facts }) => facts.hasShares,
    ({ data }) => {
      const [ours] = data.partners
      ours.share = `${Number.parseInt(ours.share, 10) - 3}%`
      return [{ code: 'share/sum', at: 'partners.0.share' }]
    },
  ),
  partnership(
    ({ data }) => data.value && /[1-9]/.test(data.value.amount), // nothing has no direction
    ({ data }) => {
      delete data.value.direction
      return [{ code: 'value/direction-missing', at: 'value' }]
    },
  ),
  partnership(
    ({ data }) => data.value?.per === 'year',
    ({ data }) => {
      delete data.value.per
      return [{ code: 'value/per-missing', at: 'value' }]
    },
  ),
  // risks
  partnership(
    (record) => hasOpenRisk(record) && record.facts.risk === 4,
    ({ data }) => {
      data.risks[0].target = 6
      return [{ code: 'risk/target-above-current', at: 'risks.0.target' }]
    },
  ),
  partnership(hasOpenRisk, ({ data }) => {
    delete data.risks[0].owner
    return [{ code: 'risk/no-owner', at: 'risks.0' }]
  }),
  partnership(hasOpenRisk, ({ data }) => {
    data.risks[0].due = '2026-08'
    return [{ code: 'risk/past-due', at: 'risks.0.due' }]
  }),
  partnership(
    (record) => hasOpenRisk(record) && record.facts.risk === 16,
    ({ data }) => {
      delete data.risks[0].mitigation
      return [{ code: 'risk/extreme-without-mitigation', at: 'risks.0' }]
    },
  ),
  partnership(
    (record) => hasOpenRisk(record) && record.data.risks.length === 1,
    ({ data }) => {
      data.risks.push({ ...data.risks[0] })
      return [{ code: 'register/same-item', at: 'risks.1' }]
    },
  ),
  // people, names and the standard
  partnership(
    (record) => isWhole(record) && record.facts.status !== 'ended',
    ({ data }) => {
      data.sponsor = data.lead
      return [{ code: 'lead/same-as-sponsor', at: 'sponsor' }]
    },
  ),
  partnership(
    (record) => record.data.standard && isRunning(record),
    ({ data }) => {
      data.standard.version.text = '1.0'
      return [{ code: 'standard/old-version', at: 'standard.version' }]
    },
  ),
  partnership(
    isWhole,
    (record, random, other) => {
      record.data.name = `The ${other.data.name.replace(' and ', ' & ')}`
      delete record.data.aliases
      const [, later] = [record, other].sort((a, b) => (a.id < b.id ? -1 : 1))
      return toldIn(later, record, { code: 'register/look-alike-partnership', at: 'name' })
    },
    () => true,
  ),
  partnership(
    (record) => isWhole(record) && !record.isMarkdown,
    (record, random, other) => {
      record.path = `partnerships/${record.folder}/${other.id}.yaml`
      const [, later] = [record, other].sort((a, b) => (a.path < b.path ? -1 : 1))
      return toldIn(later, record, { code: 'register/same-id', at: 'name', part: 'key' })
    },
    (other, record) => other.folder !== record.folder && !other.isMarkdown,
  ),
  partnership(
    ({ data, isPart, facts }) => !isPart && facts.care && facts.status !== 'ended' && data.controls,
    ({ data }) => {
      delete data.controls
      return [{ code: 'own/care-has-controls', at: 'name', part: 'key' }]
    },
  ),
  // organisations
  organisation(
    ({ data }) => data.identifiers?.[0].scheme === 'company',
    ({ data }) => {
      data.identifiers[0].id.text = `4${data.identifiers[0].id.text.slice(2)}`
      return [{ code: 'register/identifier-form', at: 'identifiers.0.id' }]
    },
  ),
  organisation(
    ({ data }) => data.identifiers?.[0].scheme === 'ukprn',
    ({ data }) => {
      data.identifiers[0].id = data.identifiers[0].id.text
      return [{ code: 'syntax/misread', at: 'identifiers.0.id' }]
    },
  ),
  organisation(
    ({ kind }) => kind === 'gp-practice',
    ({ data }) => {
      data.adress = '1 High Street'
      return [{ code: 'schema/unknown-key', at: 'adress', part: 'key' }]
    },
  ),
  organisation(
    ({ data }) => data['self-assessments'],
    ({ data }) => {
      data['self-assessments'][0].answers.A4 = '3'
      return [{ code: 'self-assessment/poor-answer', at: 'self-assessments.0.answers.A4' }]
    },
  ),
]
