import { formatInexactDay, parseInexactDay } from '../../model/day.js'
import { escapeMarkdown } from '../engine/escape.js'
import type { Form, FormField, FormQuestion, FormSection } from './form.js'

/** A form as markdown: to paste into a letter, or to make a page of. Answers stand in quotations, which pages show as boxes. */
export function formMarkdown({ title, about, head, sections }: Form): string {
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...about.map(escapeMarkdown),
    '## About this form',
    ...head.map(field),
    ...sections.flatMap(section),
  ]
  return `${blocks.join('\n\n')}\n`
}

function section({ title, text, table, questions }: FormSection): string[] {
  return [
    `## ${escapeMarkdown(title)}`,
    ...(text === undefined ? [] : [escapeMarkdown(text)]),
    ...(table === undefined ? [] : [tableOf(table)]),
    ...questions.flatMap(question),
  ]
}

function question({ id, text, notes, fields }: FormQuestion): string[] {
  const heading = id === undefined ? text : `${id}. ${text}`
  const asked = fields.filter((it) => it.isFixed === undefined)
  return [
    `### ${escapeMarkdown(heading)}`,
    ...(notes.length === 0 ? [] : [notes.map(escapeMarkdown).join(' ')]),
    ...asked.map(field),
  ]
}

function field({ label, help, last }: FormField): string {
  const named = `**${escapeMarkdown(label)}${help === undefined ? '' : ` (${escapeMarkdown(help)})`}:**`
  return `> ${named}${last === undefined ? '' : ` ${escapeMarkdown(inWordsOfDay(last))}`}`
}

/** A day at the beginning of an answer, as people write it. */
function inWordsOfDay(text: string): string {
  return text.replace(/^\d{4}-\d\d(?:-\d\d)?(?![\d/-])/, (day) => {
    const read = parseInexactDay(day)
    return 'kind' in read ? day : formatInexactDay(read)
  })
}

const tableOf = ({ head, rows }: NonNullable<FormSection['table']>) =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(escapeMarkdown))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
