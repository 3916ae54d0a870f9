import { describeExpected } from '../../reports/engine/check-call.js'
import { HELPER_EXAMPLES } from '../../reports/engine/helper-examples.js'
import { helpers } from '../../reports/engine/helpers.js'
import { textRows } from '../../output/rows/rows.js'
import type { Answer } from '../../output/rows/index.js'
import type { Listed } from './in-register.js'
import { describeStanding } from './standing.js'

/** Templates and partials as an answer; the last column is of a register, if there is one. */
export function templateAnswer(listed: readonly Listed[], hasRegister: boolean): Answer {
  const rows = listed.map((it) => ({ name: it.name, makes: it.makes, own: describeStanding(it) }))
  const headings = { name: 'Template', makes: 'What it makes' }
  return {
    tables: () => [
      hasRegister ? textRows({ ...headings, own: 'Own' }, rows, ['makes', 'own']) : textRows(headings, rows, ['makes']),
    ],
    below: `${hasRegister ? 'Own: what the register has in templates/ itself. ' : ''}partners template copy NAME writes one there, to be changed.`,
    json: () => ({ templates: listed.map(jsonOf) }),
  }
}

const jsonOf = ({ name, makes, standing, file, from, builtInChanged, takes, calledBy }: Listed) => ({
  name,
  makes,
  standing,
  file: file ?? null,
  copiedFrom: from ?? null,
  builtInChanged: builtInChanged ?? null,
  takes,
  calledBy,
})

/** What templates can call, as an answer. */
export function helperAnswer(): Answer {
  const listed = Object.entries(helpers).map(([name, { args, help, condition = false, block }]) => {
    const [example = '', prints = ''] = HELPER_EXAMPLES[name] ?? []
    return { name, takes: args.map(describeExpected), help, condition, block: block ?? null, example, prints }
  })
  const rows = listed.map(({ name, help, example, prints }) => ({
    name,
    help,
    example: `${example}\n${prints.replaceAll('\n\n', '\n')}`,
  }))
  return {
    tables: () => [
      textRows({ name: 'Helper', help: 'What it does', example: 'Example, and what it prints' }, rows, [
        'help',
        'example',
      ]),
    ],
    json: () => ({ helpers: listed }),
  }
}
