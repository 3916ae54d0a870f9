import type { Problem } from '../model/problem.js'
import type { Register } from '../model/register.js'
import { isTemplate } from '../reports/wording/wording.js'
import type { Opened } from './open-register.js'
import { partialsOf } from './templates.js'

/**
 * The register with the problems of its updates' sections and of its own templates, for the rules that report them. The
 * engine is loaded only where there is something for it.
 */
export async function withTemplateProblems(opened: Opened): Promise<Register> {
  const { register } = opened
  const problems = [...(await ofSections(opened)), ...(await ofTemplates(opened))]
  return problems.length === 0 ? register : { ...register, problems: [...register.problems, ...problems] }
}

async function ofSections(opened: Opened): Promise<Problem[]> {
  const { register } = opened
  const texts = register.updates.flatMap((it) => it.sections.map(({ text }) => text ?? ''))
  if (!texts.some(isTemplate)) return []
  const { sectionProblems } = await import('../reports/wording/check-sections.js')
  const { boardUpdate } = await import('../reports/board-update/index.js')
  return sectionProblems(register, boardUpdate.view, partialsOf(opened))
}

async function ofTemplates(opened: Opened): Promise<Problem[]> {
  const { register } = opened
  if (![...register.files.keys()].some((it) => it.startsWith('templates/'))) return []
  const { templateProblems } = await import('../reports/wording/check-templates.js')
  const { papers } = await import('../reports/index.js')
  const { showPartnership } = await import('../reports/show-partnership/index.js')
  const { showOrganisation } = await import('../reports/show-organisation/index.js')
  return templateProblems(register, [...papers, showPartnership, showOrganisation], partialsOf(opened))
}
