import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Organisation } from '../../src/model/organisation.js'
import type { Partnership } from '../../src/model/partnership.js'
import type { Register } from '../../src/model/register.js'
import { settingsSchema } from '../../src/model/settings.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { builtInPartials } from '../../src/cli/templates.js'
import { checkWording } from '../../src/reports/wording/check-wording.js'
import { readTemplates } from '../../src/reports/engine/read-templates.js'
import { makePaper } from '../../src/reports/make-paper.js'
import type { Paper, PaperInput } from '../../src/reports/paper.js'
import { registerOf } from '../policy/sample.js'

export const AS_OF = '2026-09-30'

/** A register with settings as they are written. */
export function registerWith(
  partnerships: readonly Partnership[],
  organisations: readonly Organisation[] = [],
  settings: Record<string, unknown> = {},
): Register {
  const written = settingsSchema.parse({ schema: '1', organisation: 'us', ...settings })
  return registerOf({ partnerships, organisations, settings: { ...written, file: 'register.yaml' } })
}

export const inputOf = (register: Register, subject?: Partnership): PaperInput => ({
  register,
  policy: answerPolicy(register, AS_OF),
  asOf: AS_OF,
  update: undefined,
  provenance: 'Made by a test.',
  subject,
})

/** A paper in its built-in wording, whose view must be as its schema says. */
export function paperOf(paper: Paper, register: Register, subject?: Partnership): string {
  const input = inputOf(register, subject)
  const file = `templates/${paper.name}.md.hbs`
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const wording = { template: { file, source }, partials: builtInPartials() }
  expect(checkWording(paper, wording, input, () => ({ file, line: 1, column: 1 }))).toEqual([])
  expect(paper.view.safeParse({ ...paper.build(input).view }).error).toBeUndefined()
  return makePaper(paper, wording, input, readTemplates)
}
