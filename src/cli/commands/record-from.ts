import { resolve } from 'node:path'
import { refuseFormOfOther } from '../../edits/forms/form-of.js'
import { readAnswersCsv } from '../../edits/forms/read-answers-csv.js'
import { readForm, type FormFile, type ReadForm } from '../../edits/forms/read-form.js'
import { recordQualityReview } from '../../edits/forms/record-quality-review.js'
import { recordRiskProfile } from '../../edits/forms/record-risk-profile.js'
import { exactDay } from '../../edits/set-dated.js'
import { partnershipTarget, type Target } from '../../edits/target.js'
import type { FormSchemas } from '../../model/form-schemas.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import { answerPolicy } from '../../policy/answers.js'
import { openFile, unreadable } from '../../source/read-files.js'
import { changeRegister, changingOptions, type ChangeOptions } from '../change.js'
import { argument, defineCommand, option, requiredOption } from '../define-command.js'
import type { Ports } from '../ports.js'

/** The option of commands that read a completed form. */
export const fromOption = option('--from <file>', 'a completed form, as partners form … --format yaml prints it')

/** Far more than a person writes into a form. */
const MOST_BYTES = 1024 * 1024

/** The bytes of a completed form. @throws UsageError if it cannot be read */
export function formFile({ cwd }: Ports, name: string): FormFile {
  const read = openFile(resolve(cwd, name), MOST_BYTES, 'followed')
  if (read === undefined)
    throw new UsageError(`there is no file ${name}`, 'partners form NAME --format yaml prints one')
  if ('problem' in read) throw unreadable(name, read)
  return { name, bytes: read }
}

/** A completed form of a record. @throws UsageError with every mistake in it, or if it is of another one */
export async function completedForm<Name extends keyof FormSchemas>(
  name: Name,
  file: FormFile,
  register: Register,
  target: Target,
): Promise<ReadForm<Name>> {
  const { syntaxErrors } = await import('../../document/syntax-errors.js')
  const read = readForm(name, file, register, syntaxErrors)
  refuseFormOfOther(register, target, read.data.for, read.placeOf('for'))
  return read
}

/** What `partners record self-assessment --from` takes from a file: a form, or answers alone as a table. */
export async function completedAnswers(file: FormFile, register: Register, target: Target) {
  if (/\.csv$/i.test(file.name)) return { ...readAnswersCsv(file), date: undefined, source: undefined }
  const { data, placeOf, refuseMistakes } = await completedForm('self-assessment', file, register, target)
  return {
    answers: new Map(Object.entries(data.answers)),
    date: data.date?.written,
    source: data.source,
    placeOf: (question: string) => placeOf('answers', question),
    refuseMistakes,
  }
}

export const recordRiskProfileCommand = defineCommand({
  name: 'risk-profile',
  description: 'Bring the risks up to date with a completed form',
  arguments: [argument('<partnership>', 'its id, or a name or alias that only one has')],
  options: [
    requiredOption('--from <file>', 'a completed form, as partners form risk-profile --format yaml prints it'),
    ...changingOptions,
  ],
  notes:
    'Risks of the register are changed field by field, and others are added. Nothing is removed: a risk that is over is closed.',
  examples: [
    'partners form risk-profile --for omhp --format yaml --out omhp-risks.yaml',
    'partners record risk-profile omhp --from omhp-risks.yaml --dry-run',
  ],
  run: (ports, { from, ...options }, id) => {
    const file = formFile(ports, from)
    return changeRegister(ports, options, async ({ register }) => {
      const target = partnershipTarget(register, id)
      return recordRiskProfile(register, target, await completedForm('risk-profile', file, register, target))
    })
  },
})

/** Records a peer quality review from a form. */
export function recordReviewFrom(ports: Ports, options: ChangeOptions, from: string, id: string) {
  const file = formFile(ports, from)
  return changeRegister(ports, options, async ({ register, asOf }) => {
    const target = partnershipTarget(register, id)
    const form = await completedForm('quality-review', file, register, target)
    return recordQualityReview(register, answerPolicy(register, asOf), target, form, asOf)
  })
}

/** The one day that a form and the command line give. @throws UsageError if they differ */
export function dayOfForm(register: Register, option: string | undefined, stated: string | undefined) {
  const days = [option, stated].flatMap((it) => (it === undefined ? [] : exactDay(register, it)))
  if (days.length === 2 && days[0] !== days[1])
    throw new UsageError(
      `the form is of ${days[1]}, and --date says ${days[0]}`,
      'leave --date out, or correct the form',
    )
  return days[0]
}
