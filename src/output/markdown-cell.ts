import { clean } from '../model/clean.js'

/** Text as a cell of a markdown table: nothing in it is markup. */
export function cell(text: string): string {
  return clean(text)
    .replace(/[\\`*_{}[\]()#+!|<>&~-]/g, (it) =>
      it === '<' ? '&lt;' : it === '>' ? '&gt;' : it === '&' ? '&amp;' : /[`*_[\]|\\~<]/.test(it) ? `\\${it}` : it,
    )
    .trim()
}
