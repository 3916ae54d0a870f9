import * as z from 'zod'
import type { UsedFigure } from './helpers.js'
import { Markdown } from './markdown.js'
import { checkTemplate } from './check-template.js'
import type { TemplateProblem } from './template-problem.js'

/** A template made ready: renders a view, and reports each figure that it prints. */
export type Prepared = (view: object, note: (used: UsedFigure) => void) => string

/**
 * The sections of an update, each a template in its keeper's own markdown, as values of the view. A section is
 * rendered when the paper reaches it, and its figures are noted where it is printed, not where a condition asks for it.
 */
export function narrativeOf(
  sections: Readonly<Record<string, string>>,
  view: object,
  prepare: (source: string) => Prepared,
  note: (used: UsedFigure) => void,
): object {
  const narrative = {}
  for (const [key, source] of Object.entries(sections)) {
    const rendered = () => renderNarrative(source, view, prepare, note)
    Object.defineProperty(narrative, key, { enumerable: true, get: rendered })
  }
  return narrative
}

/** One section; an empty text where it prints nothing, so that {{#if}} and {{else}} work on it. */
function renderNarrative(
  source: string,
  view: object,
  prepare: (source: string) => Prepared,
  note: (used: UsedFigure) => void,
): Markdown | '' {
  const used: UsedFigure[] = []
  const text = prepare(source)(view, (it) => used.push(it))
  return text.trim() === '' ? '' : new Markdown(text, () => used.forEach(note))
}

/** Checks a section against the view without its narrative: a section cannot hold a section. */
export function checkNarrative(
  source: string,
  view: z.core.$ZodType,
  partials: Readonly<Record<string, string>>,
): TemplateProblem[] {
  const own = view instanceof z.ZodObject && 'narrative' in view.shape ? view.omit({ narrative: true }) : view
  return checkTemplate(source, own, partials)
}
