import type { Figure } from '../../figures/figure.js'
import { sayFigure } from '../../figures/totals.js'
import { escapeMarkdown, escapeProse } from './escape.js'
import { Markdown } from './markdown.js'

/** A figure that was printed, and what was printed of it. */
export interface UsedFigure {
  readonly text: string
  readonly figure: Figure
}

/** What a helper's argument must be; `any` is a text, which may be null. */
export type ArgumentType = 'count' | 'money' | 'list' | 'text' | 'any'

export interface Helper {
  readonly args: readonly ArgumentType[]
  readonly help: string
  /** Answers a question, for {{#if (helper …)}}; every other helper prints. */
  readonly condition?: true
  run(note: (text: string, figure: Figure) => string, ...args: never[]): string | boolean | Markdown
}

/** What templates may call beside each, if, unless and with. What a helper returns is escaped where it is printed. */
export const helpers: Record<string, Helper> = {
  count: {
    args: ['count'],
    help: 'prints a count',
    run: (note, figure: Figure | null) => (figure === null ? 'unknown' : note(sayFigure(figure), figure)),
  },
  money: {
    args: ['money'],
    help: 'prints money; an interval where the register knows no better',
    run: (note, figure: Figure | null) => (figure === null ? 'unknown' : note(sayFigure(figure), figure)),
  },
  plural: {
    args: ['count', 'text', 'text'],
    help: 'prints a count with its noun: {{plural held "partnership" "partnerships"}}',
    run: (note, figure: Figure, one: string, many: string) =>
      `${note(sayFigure(figure), figure)} ${figure.atLeast === 1 ? one : many}`,
  },
  is_are: {
    args: ['count'],
    help: 'prints is or are',
    run: (_, figure: Figure) => (figure.atLeast === 1 ? 'is' : 'are'),
  },
  some: {
    args: ['count'],
    help: 'true when a count is not zero: {{#if (some overdue)}}',
    condition: true,
    run: (_, figure: Figure) => figure.atLeast > 0,
  },
  is: {
    args: ['any', 'any'],
    help: 'true when two texts are the same: {{#if (is tone "good")}}',
    condition: true,
    run: (_, one: string | null, other: string | null) => one === other,
  },
  names: {
    args: ['list'],
    help: 'prints a list of texts: a, b and c',
    run: (_, list: string[]) => sayNames(list),
  },
  said: {
    args: ['any'],
    help: 'prints a text, or “not stated”',
    run: (_, text: string | null) => text ?? 'not stated',
  },
  prose: {
    args: ['any'],
    help: 'prints a long text with its paragraphs and lists, on a line of its own; nothing when there is none',
    run: (_, text: string | null) => new Markdown(escapeProse(text ?? '')),
  },
  grade: {
    args: ['any'],
    help: 'prints a grade, or “not graded”',
    run: (_, grade: string | null) => (grade === null ? 'not graded' : new Markdown(`**${escapeMarkdown(grade)}**`)),
  },
}

/** `a, b and c`; with semicolons where a name has a comma of its own. */
function sayNames(list: readonly string[]): string {
  if (list.length < 2) return list.join('')
  const between = list.some((it) => it.includes(',')) ? '; ' : ', '
  const last = between === '; ' ? '; and ' : ' and '
  return `${list.slice(0, -1).join(between)}${last}${list.at(-1)}`
}
