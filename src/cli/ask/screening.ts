import type { FieldAnswer } from '../../edits/set-fields.js'
import { isPlainList } from '../../edits/check-value.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { lookUp } from '../../model/look-up.js'
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
      if (it.question.facts.includes('partner-role')) answers.push(...(await askRoles(ask, register, partnership)))
    }
    return {
      answers,
      isAlive: await isAgreed(ask, '\nIs it still alive, and is all else in its entry right? yes or no', 'no'),
    }
  })

async function askOne(ask: Ask, register: Register, partnership: Partnership, { question }: OpenQuestion) {
  const answers: FieldAnswer[] = []
  for (const path of question.fields) {
    if (isStated(partnership, path) || isPointless(path, partnership, answers)) continue
    const meta = metaAt(partnershipSchema, [...path])!
    const isList = isPlainList(partnershipSchema, [...path])
    const answer = await askField(ask, register, partnershipSchema, {
      path: isList ? [...path, 0] : path,
      meta: isList ? { ...metaAt(partnershipSchema, [...path, 0])!, help: meta.help, label: meta.label } : meta,
      isRequired: false,
      choices: meta.kind === 'flag' ? ['yes', 'no'] : undefined,
      isFine: (given) => meantBy(path, given) !== undefined,
    })
    if (answer === undefined) continue
    const meant = meantBy(path, answer) ?? answer
    answers.push({ path: path.join('.'), values: isList ? meant.split(/[,;]\s*/) : [meant] })
  }
  return answers
}

/** What each partner does whose role is not stated, in the words of the catalogue. */
async function askRoles(ask: Ask, register: Register, { partners }: Partnership): Promise<FieldAnswer[]> {
  const answers: FieldAnswer[] = []
  for (const [index, { organisation, roles }] of partners.entries()) {
    if (roles.length > 0 || organisation === undefined || organisation === register.settings.organisation) continue
    const path = ['partners', index, 'roles', 0]
    const name = lookUp(register).organisation.get(organisation)?.name ?? organisation
    const meta = { ...metaAt(partnershipSchema, path)!, label: `Role of ${name}`, help: 'What it does in it' }
    const answer = await askField(ask, register, partnershipSchema, { path, meta, isRequired: false })
    if (answer !== undefined) answers.push({ path: `partners[${organisation}].roles`, values: [answer] })
  }
  return answers
}

/** The value that a person means who writes `yes` for a flag, or `no` for a sum of money; undefined for all else. */
export function meantBy(path: Path, given: string): string | undefined {
  const word = given.trim().toLowerCase()
  if (metaAt(partnershipSchema, [...path])?.kind === 'flag')
    return /^y(es)?$/.test(word) ? 'true' : /^no?$/.test(word) ? 'false' : undefined
  return path[1] === 'amount' && /^(?:no|none|nothing)$/.test(word) ? 'nil' : undefined
}

/** Without money or data the rest is not asked: no money has no direction and no term, and no data have no controller. */
function isPointless(path: Path, partnership: Partnership, answers: readonly FieldAnswer[]): boolean {
  const { value, data } = partnership
  const main = { value: value?.amount, start: value?.amount, end: value?.amount, data: data?.level }[String(path[0])]
  const isMain = path[1] === 'amount' || path[1] === 'level'
  if (isMain || !['value', 'data', 'start', 'end'].includes(String(path[0]))) return false
  const answer = main ?? answers.find((it) => it.path === 'value.amount' || it.path === 'data.level')?.values[0]
  if (answer === undefined) return path.length > 1
  return /^(?:none|incidental|nil|no|£?0)$/i.test(String(answer).trim())
}
