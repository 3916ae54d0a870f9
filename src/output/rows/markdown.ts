import { cell } from '../markdown-cell.js'
import type { Rows } from './rows.js'

/** A markdown table; one for each group, under its name. */
export function markdown({ columns, rows }: Rows): string {
  const groups = [...new Set(rows.map((it) => it.group))]
  const head = [
    `| ${columns.map((it) => cell(it.label)).join(' | ')} |`,
    `| ${columns.map((it) => (it.align === 'right' ? '---:' : '---')).join(' | ')} |`,
  ]
  const parts = groups.map((group) => {
    const lines = rows
      .filter((it) => it.group === group)
      .map(({ cells }) => `| ${columns.map(({ key }) => cell(cells[key]?.text ?? '')).join(' | ')} |`)
    return [...(group === undefined ? [] : [`## ${cell(group)}`, '']), ...head, ...lines].join('\n')
  })
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}
