import type { Place } from '../model/place.js'
import type { Register } from '../model/register.js'
import type { Spelling } from '../model/spellings.js'

/** Every value of the register with a spelling of one sort that rules report, with its text in the file. */
export function* spelt(
  { files }: Register,
  what: Spelling['what'],
): Iterable<{ readonly at: Place; readonly text: string }> {
  for (const { file, spellings } of files.values())
    for (const it of spellings) if (it.what === what) yield { at: { file, path: it.path, on: 'value' }, text: it.text }
}
