import { grouped } from '../../model/order.js'
import { cell } from '../markdown-cell.js'
import { layOut, type RowFormat } from './index.js'
import type { Rows } from './rows.js'

/** An answer as markdown. */
export const tables: RowFormat = (answer) => layOut(answer, markdown, cell)

/** A markdown table; one for each group, under its name. */
export function markdown({ columns, rows }: Rows): string {
  const head = [
    `| ${columns.map((it) => cell(it.label)).join(' | ')} |`,
    `| ${columns.map((it) => (it.align === 'right' ? '---:' : '---')).join(' | ')} |`,
  ]
  const parts = grouped(rows, (it) => it.group ?? '').map((these) => {
    const lines = these.map(({ cells }) => `| ${columns.map(({ key }) => cell(cells[key]?.text ?? '')).join(' | ')} |`)
    const { group } = these[0]!
    return [...(group === undefined ? [] : [`## ${cell(group)}`, '']), ...head, ...lines].join('\n')
  })
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}
