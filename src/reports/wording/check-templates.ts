import type { At } from '../../model/place.js'
import type { Problem } from '../../model/fix.js'
import type { Register } from '../../model/register.js'
import { checkTemplate } from '../engine/check-template.js'
import type { TemplatePlace } from '../engine/template-place.js'
import { checkSyntax, type TemplateProblem } from '../engine/template-problem.js'
import type { Paper } from '../paper.js'
import { atOwnCall, ownNamesOf, sourcesOf, type Partials } from './wording.js'

/**
 * What is wrong with the register's own templates and partials, as problems of the register, which the rule
 * `report/template` reports (docs/decisions/0006-templates-in-findings.md). One that shadows a paper is checked against its
 * view, with the partials that it calls; any other is only parsed.
 */
export function templateProblems(
  register: Register,
  papers: readonly Pick<Paper, 'name' | 'view'>[],
  partials: Partials,
): Problem[] {
  const own = ownNamesOf(register)
  const found = [...register.files.values()]
    .filter(({ file, bytes }) => file.startsWith('templates/') && file.endsWith('.hbs') && bytes !== undefined)
    .flatMap(({ file, text }) => {
      const paper = papers.find(({ name }) => file === `templates/${name}.md.hbs`)
      const problems =
        paper === undefined ? checkSyntax(text) : checkTemplate(text, paper.view, sourcesOf(partials), own)
      return problems.map((it) => asProblem(atOwnCall(it, partials), file))
    })
  const distinct = new Map(found.map((it) => [`${JSON.stringify(it.at)} ${it.message}`, it]))
  return [...distinct.values()] // a partial that several papers call is reported once
}

function asProblem({ message, hint, calls, ...problem }: TemplateProblem, template: string): Problem {
  const placeOf = ({ partial, start, end }: TemplatePlace & { readonly partial?: string }): At => ({
    file: partial === undefined ? template : `templates/partials/${partial}.md.hbs`,
    start,
    end,
  })
  const related = calls.map((it) => ({ at: placeOf(it), message: 'called here' }))
  return { code: 'report/template', at: placeOf(problem), message, hint, related }
}
