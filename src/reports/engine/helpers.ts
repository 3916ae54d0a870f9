import { formatNames } from '../../model/words.js'
import type { CountFigure, Figure, MoneyFigure, PercentFigure } from '../../figures/figure.js'
import { formatFigure } from '../../figures/format-figure.js'
import { describeDirection, type Direction } from '../../figures/totals.js'
import { escapeMarkdown, escapeProse } from './escape.js'
import { Markdown } from './markdown.js'

/** A figure that was printed, and what was printed of it. */
export interface UsedFigure {
  readonly text: string
  readonly figure: Figure
}

/** What a helper's argument must be; `any` is a text, which may be null; a `literal` is written in the template, and printed as it is. */
export type ArgumentType = 'count' | 'money' | 'percent' | 'list' | 'text' | 'any' | 'literal'

interface Helper {
  readonly args: readonly ArgumentType[]
  readonly help: string
  /** Is a condition, for {{#if (helper …)}}; every other helper prints. */
  readonly condition?: true
  /** The only literals that it takes. */
  readonly words?: readonly string[]
  /** Prints several lines, so that it needs a line of its own; what they are. */
  readonly block?: string
  run(note: (text: string, figure: Figure) => string, ...args: never[]): string | boolean | Markdown
}

/** What templates may call beside each, if, unless and with. What a helper returns is escaped where it is printed. */
export const helpers: Record<string, Helper> = {
  count: {
    args: ['count'],
    help: 'prints a count',
    run: (note, figure: CountFigure | null) => (figure === null ? 'not known' : note(formatFigure(figure), figure)),
  },
  money: {
    args: ['money'],
    help: 'prints money; an interval where the register knows no better',
    run: (note, figure: MoneyFigure | null) => (figure === null ? 'not known' : note(formatFigure(figure), figure)),
  },
  percent: {
    args: ['percent'],
    help: 'prints a part of a whole; an interval where the register knows no better',
    run: (note, figure: PercentFigure | null) => (figure === null ? 'not known' : note(formatFigure(figure), figure)),
  },
  plural: {
    args: ['count', 'text', 'text'],
    help: 'prints a count with its noun: {{plural held "partnership" "partnerships"}}',
    run: (note, figure: CountFigure, one: string, many: string) =>
      `${note(formatFigure(figure), figure)} ${figure.count === 1 ? one : many}`,
  },
  is_are: {
    args: ['count'],
    help: 'prints is or are',
    run: (_, figure: CountFigure) => (figure.count === 1 ? 'is' : 'are'),
  },
  some: {
    args: ['count'],
    help: 'true when a count is not zero: {{#if (some overdue)}}',
    condition: true,
    run: (_, figure: CountFigure) => figure.count > 0,
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
    run: (_, list: string[] | null) => formatNames(list ?? []),
  },
  money_way: {
    args: ['any'],
    help: 'prints the funding direction: “money in”, “money out”, “pooled”, or “direction not stated”',
    run: (_, direction: Direction | null) => describeDirection(direction ?? 'not stated'),
  },
  join: {
    args: ['list', 'literal'],
    help: 'prints a list of texts with something between them: {{join reasons "; "}}',
    run: (_, list: string[] | null, between: string) => new Markdown((list ?? []).map(escapeMarkdown).join(between)),
  },
  said: {
    args: ['any'],
    help: 'prints a text, or “not recorded”',
    run: (_, text: string | null) => text ?? 'not recorded',
  },
  prose: {
    args: ['any'],
    help: 'prints a long text with its paragraphs and lists, on a line of its own; nothing when there is none',
    block: 'paragraphs',
    run: (_, text: string | null) => new Markdown(escapeProse(text ?? '')),
  },
  mermaid: {
    args: ['any'],
    help: 'prints the source of a diagram as a block that Mermaid draws, on a line of its own',
    block: 'lines of a diagram',
    run: (_, source: string | null) =>
      // a backtick could close the block; whoever makes a diagram writes it as a code
      new Markdown(source === null ? '' : `\`\`\`mermaid\n${source.replaceAll('`', '#96;').trim()}\n\`\`\``),
  },
  chart: {
    args: ['literal'],
    words: ['bars', 'stacked', 'map', 'timeline'],
    help: 'draws the table that follows as a picture in HTML, too, on a line of its own: {{chart "bars"}}, "stacked", "map" or "timeline"',
    block: 'a mark for the table below',
    run: (_, kind: string) => new Markdown(`<!-- chart: ${kind} -->`),
  },
  indent: {
    args: ['list'],
    help: 'begins an item of a list as deep as there are texts in a list: {{indent path}}- {{name}}',
    run: (_, path: string[] | null) => new Markdown('  '.repeat(path?.length ?? 0)),
  },
  grade: {
    args: ['any'],
    help: 'prints a grade, or “not graded”; in a cell of its own it gets its colour',
    run: (_, grade: string | null) => (grade === null ? 'not graded' : bold(grade)),
  },
  band: {
    args: ['any'],
    help: 'prints the letter of a risk band, or a dash; at the beginning of a cell it gives the cell its colour',
    run: (_, letter: string | null) => (letter === null ? '–' : bold(letter)),
  },
}

const bold = (text: string) => new Markdown(`**${escapeMarkdown(text)}**`)
