import type { FigureSource } from '../../figures/figure.js'
import { escapeMarkdown } from './escape.js'
import type { UsedFigure } from './helpers.js'

/**
 * The appendix that shows how every printed figure was made and from what, in the order of print. A figure that
 * is printed again is shown once; another one that happens to read the same is shown, too.
 */
export function traceAppendix(used: readonly UsedFigure[], say: (source: FigureSource) => string): string {
  const distinct = new Map(used.map((it) => traced(it, say)).map((it) => [it.join('\n'), it]))
  const items = [...distinct.values()].map(([figure, ...from], index) => {
    const number = `${index + 1}. `
    return [number + figure, ...from.map((it) => `${' '.repeat(number.length)}- ${it}`)].join('\n')
  })
  return `## Appendix: how each figure was made\n\n${items.join('\n') || 'The paper prints no figure.'}\n`
}

/** The figure and what it counts, then the entries that it comes from. */
function traced({ text, figure: { how, sources } }: UsedFigure, say: (source: FigureSource) => string): string[] {
  const none = sources.length === 0 ? '; no entry of the register' : ''
  return [
    `**${escapeMarkdown(text)}:** ${escapeMarkdown(how)}${none}`,
    ...sources.map((it) => `${escapeMarkdown(it.name)} (${escapeMarkdown(say(it))})`),
  ]
}
