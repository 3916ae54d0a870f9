import type { Register } from '../model/register.js'
import { isTemplate } from '../reports/wording.js'
import type { Opened } from './open-register.js'
import { ownPartials } from './templates.js'

/**
 * The register with the problems of its updates' sections as templates, for the rule that tells them. The engine is
 * loaded only when a section has something for it.
 */
export async function withTemplateProblems(opened: Opened): Promise<Register> {
  const { register } = opened
  const texts = register.updates.flatMap((it) => it.sections.map(({ text }) => text ?? ''))
  if (!texts.some(isTemplate)) return register
  const { sectionProblems } = await import('../reports/check-sections.js')
  const { boardUpdate } = await import('../reports/board-update/index.js')
  const problems = sectionProblems(register, boardUpdate.view, ownPartials(opened))
  return { ...register, problems: [...register.problems, ...problems] }
}
