import { formatInexactDay } from '../../model/day.js'
import { grouped } from '../../model/order.js'
import { organisationSchema } from '../../model/organisation.js'
import { asKnownOn } from '../../model/self-assessment.js'
import { describeForm } from '../../policy/describe-document.js'
import { section } from '../define-paper.js'
import { exceptionRow, exceptionShape } from '../rows/exceptions.js'
import { formsOf } from '../rows/self-assessments.js'
import { latestFirst } from '../rows/latest-first.js'
import { gapsIn } from '../rows/gaps.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** Its self-assessments, the latest first. */
export const selfAssessments = section(
  {
    /** `unacceptable` is filled for the latest one only. */
    selfAssessments: rows({
      day: text,
      form: maybe,
      stands: text,
      result: maybe,
      unacceptable: texts,
      answers: rows({ question: text, answer: text }),
    }),
  },
  (scope: Scope) => {
    const { organisation, asOf } = scope
    const latest = formsOf(scope).find((it) => it.organisation === organisation)
    return {
      selfAssessments: latestFirst(organisation['self-assessments']).map((it) => ({
        day: formatInexactDay(it.date),
        ...rowFrom(it, 'form', 'result'),
        stands: describeForm(asKnownOn(it, asOf)),
        unacceptable: it.date === latest?.form.date ? latest.unacceptable.map(({ message }) => message) : [],
        answers: Object.entries(it.answers).map(([question, answer]) => ({ question, answer })),
      })),
    }
  },
)

/** Exceptions from rules, and what is not known. */
export const remarks = section(
  {
    exceptions: rows(exceptionShape),
    gaps: rows({ what: texts, why: text }),
  },
  ({ organisation, asOf }: Scope) => ({
    exceptions: organisation.exceptions.map((it) => exceptionRow(it, asOf)),
    gaps: grouped(gapsIn('', organisationSchema, organisation.unknown), (it) => it.why).map((same) => ({
      what: same.map((it) => it.what),
      why: same[0]!.why,
    })),
  }),
)
