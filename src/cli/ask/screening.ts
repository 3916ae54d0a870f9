import type { FieldAnswer } from '../../edits/set-fields.js'
import { isPlainList } from '../../edits/check-value.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { metaAt } from '../../model/schema-walk.js'
import { counted } from '../../model/words.js'
import type { OpenQuestion } from '../../policy/screening.js'
import type { Path } from '../../document/node.js'
import { describeUse, isStated } from '../../reports/forms/screening.js'
import { askField } from './field.js'
import { isAgreed } from './missing.js'
import { withTerminal, type Ask } from './terminal.js'

/** What a person at the terminal answered. */
export interface Answered {
  readonly answers: readonly FieldAnswer[]
  readonly isAlive: boolean
}

/** Asks the open questions of a partnership, field by field; an empty answer leaves a field as it is. */
export const askScreening = (
  register: Register,
  partnership: Partnership,
  questions: readonly OpenQuestion[],
  tell: (line: string) => void,
): Promise<Answered> =>
  withTerminal(async (ask) => {
    tell(
      `${partnership.name}: ${counted(questions.length, 'question')}, the most useful first. Leave empty what is not known.`,
    )
    const answers: FieldAnswer[] = []
    for (const [index, it] of questions.entries()) {
      tell(`\n${index + 1}. ${it.question.text} ${describeUse(it) ?? ''}`)
      answers.push(...(await askOne(ask, register, partnership, it)))
    }
    return {
      answers,
      isAlive: await isAgreed(ask, '\nIs it still alive, and is all else in its entry right? yes or no'),
    }
  })

async function askOne(ask: Ask, register: Register, partnership: Partnership, { question }: OpenQuestion) {
  const answers: FieldAnswer[] = []
  for (const path of question.fields) {
    if (isStated(partnership, path) || isPointless(path, answers)) continue
    const meta = metaAt(partnershipSchema, [...path])!
    const isList = isPlainList(partnershipSchema, [...path])
    const answer = await askField(ask, register, partnershipSchema, {
      path: isList ? [...path, 0] : path,
      meta: isList ? { ...metaAt(partnershipSchema, [...path, 0])!, help: meta.help, label: meta.label } : meta,
      isRequired: false,
      choices: meta.kind === 'flag' ? ['true', 'false'] : undefined,
    })
    if (answer !== undefined)
      answers.push({ path: path.join('.'), values: isList ? answer.split(/[,;]\s*/) : [answer] })
  }
  return answers
}

/** Once the main answer is none, the rest is not asked: no money has no direction, and no data have no controller. */
function isPointless(path: Path, answers: readonly FieldAnswer[]): boolean {
  const [main] = answers
  if (path[0] !== 'value' && path[0] !== 'data') return false
  if (main === undefined) return path.length > 1 && !['amount', 'level'].includes(String(path[1]))
  return /^(?:none|incidental|nil|no|0|£0)$/i.test(main.values[0]!.trim())
}
