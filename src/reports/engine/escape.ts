import { clean } from '../../model/clean.js'

/**
 * Text of the register as markdown, in a paragraph or a table cell alike: everything in it is shown as it is, nothing
 * in it is markup. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/[\\`*[\]<|~]/g, '\\$&')
    .replace(/_/g, (sign, at: number, all: string) =>
      /\w/.test(all[at - 1] ?? ' ') && /\w/.test(all[at + 1] ?? ' ') ? sign : '\\_',
    )
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=#>]/, '\\$&')
}

/** A view with every text escaped; figures are left, as their helpers print them. */
export function escapeView<T>(view: T): T {
  if (typeof view === 'string') return escapeMarkdown(view) as T
  if (Array.isArray(view)) return view.map(escapeView) as T
  if (typeof view !== 'object' || view === null || 'figure' in view) return view
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, escapeView(value)])) as T
}
