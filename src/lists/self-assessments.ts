import { organisationSchema, type Organisation } from '../model/organisation.js'
import { partnershipsOf } from '../model/participation.js'
import { schemaAt } from '../model/schema-walk.js'
import type { SelfAssessment } from '../model/self-assessment.js'
import { dayColumn, numberColumn, wordColumn } from './columns.js'
import { defineList } from './list.js'

interface FormRow {
  readonly organisation: Organisation
  readonly form: SelfAssessment
}

/** Governance self-assessments of partners, the latest first. */
export const selfAssessmentList = defineList<FormRow>({
  name: 'self-assessments',
  summary: 'governance self-assessments of partners, the latest first',
  shown: ['organisation', 'date', 'status', 'decided-by', 'answered', 'partnership'],
  order: '-date',
  rows: ({ register }) =>
    register.organisations.flatMap((organisation) =>
      organisation['self-assessments'].map((form) => ({ organisation, form })),
    ),
  fields: {
    schema: () => schemaAt(organisationSchema, ['self-assessments', 0])!,
    of: (it) => it.form,
    except: ['answers'],
  },
  columns: [
    wordColumn('organisation', 'Partner', (it) => it.organisation.name),
    dayColumn('date', 'Completed', (it) => it.form.date),
    wordColumn('status', 'Status', (it) => it.form.status ?? 'received'),
    numberColumn('answered', 'Answers', (it) => Object.keys(it.form.answers).length),
    wordColumn('partnership', 'Partnerships', (it, { register, asOf }) =>
      partnershipsOf(register, it.organisation, asOf).map(({ name }) => name),
    ),
  ],
})
