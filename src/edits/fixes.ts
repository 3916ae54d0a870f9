import type { Edit } from '../model/edit-record.js'
import type { Finding } from '../rules/check.js'

/** A finding, with the edits that correct it. */
export interface Correction {
  readonly finding: Finding
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** The corrections of findings. */
export function correctionsOf(findings: readonly Finding[]): Correction[] {
  return findings.flatMap((finding) => {
    const { fix, at } = finding
    if (fix === undefined) return []
    const edits = fix.edits.map((it): Edit => ({ ...it, file: it.file ?? at.file }))
    return [{ finding, title: fix.title, safe: fix.safe, edits }]
  })
}

/** The safe corrections that do not conflict with one another. */
export function together(corrections: readonly Correction[]): Correction[] {
  const taken: Edit[] = []
  return corrections.filter(({ safe, edits }) => {
    if (!safe || edits.some((edit) => taken.some((it) => touches(it, edit)))) return false
    taken.push(...edits)
    return true
  })
}

/** Is the value of one edit the same as that of the other, or inside it? New items of a list conflict, too. */
function touches(one: Edit, other: Edit): boolean {
  if (one.file !== other.file) return false
  const length = Math.min(one.path.length, other.path.length)
  return one.path.slice(0, length).every((key, index) => key === other.path[index])
}
