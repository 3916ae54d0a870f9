import { escapeMarkdown } from './escape.js'
import type { UsedFigure } from './helpers.js'
import type { FigureSource } from '../../figures/figure.js'

/**
 * The appendix that says of every printed figure how it was made and from what, in the order of print. A figure that
 * is printed again is told once; another one that happens to read the same is told, too.
 */
export function traceAppendix(used: readonly UsedFigure[], say: (source: FigureSource) => string): string {
  const told = new Set<string>()
  const parts = used.flatMap(({ text, figure }) => {
    const key = JSON.stringify([text, figure.how, figure.sources.map(({ name, at }) => [name, at])])
    if (told.has(key)) return []
    told.add(key)
    const sources = figure.sources.map((it) => `- ${escapeMarkdown(it.name)} (${escapeMarkdown(say(it))})`)
    return [
      `### ${escapeMarkdown(text)}`,
      `${escapeMarkdown(figure.how)}.`,
      sources.length === 0 ? 'From no entry of the register.' : sources.join('\n'),
    ]
  })
  return ['## Appendix: how each figure was made', ...parts].join('\n\n') + '\n'
}
