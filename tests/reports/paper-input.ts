import { readFileSync } from 'node:fs'
import { builtInPartials } from '../../src/cli/templates.js'
import { checkWording } from '../../src/reports/wording/check-wording.js'
import { readTemplates } from '../../src/reports/engine/read-templates.js'
import { makePaper } from '../../src/reports/make-paper.js'
import type { Paper, PaperInput } from '../../src/reports/paper.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { checkRegister } from '../../src/rules/check.js'
import { rules } from '../../src/rules/index.js'
import type { Register } from '../../src/model/register.js'
import { html } from '../../src/output/paper/html.js'
import { registerOf } from '../policy/sample.js'

const DAY = '2026-10-31'

/** What a paper is built from, of a register of ours with these records. */
export function inputOf(records: Partial<Register>): PaperInput {
  const register = registerOf(records)
  const policy = answerPolicy(register, DAY)
  const check = checkRegister({ register, policy, asOf: DAY }, rules)
  return { register, policy, asOf: DAY, check, update: undefined, provenance: 'Made for a test.' }
}

/** The paper as its built-in template words it. Its wording is checked first, as the command does. */
export function paperOf(paper: Paper, records: Partial<Register>, { trace = false } = {}): string {
  const input = inputOf(records)
  const file = `templates/${paper.name}.md.hbs`
  const wording = { template: { file, source: readFileSync(file, 'utf8') }, partials: builtInPartials() }
  const problems = checkWording(paper, wording, input, () => ({ file, line: 1, column: 1 }))
  if (problems.length > 0) throw new Error(problems.map((it) => `${it.line}:${it.column} ${it.message}`).join('\n'))
  return makePaper(paper, wording, input, readTemplates, trace ? ({ at }) => at.file : undefined)
}

/** The words of a page without its tags. */
export const pageOf = (markdown: string) => html(markdown).replace(/^[^]*<main>/, '')

/** Names that would be markup, a template or a command, if they were taken for one. */
export const HOSTILE = [
  'a|b',
  '<script>alert(1)</script>',
  '{{title}}',
  '# x',
  '**G**',
  '\u001b[31mred',
  'a\\',
  '1. x\n\n- y',
]
