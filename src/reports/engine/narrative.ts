import type { UsedFigure } from './helpers.js'
import { Markdown } from './markdown.js'

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
