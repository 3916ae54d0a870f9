import type { Edit } from '../model/edit-record.js'
import type { Finding } from '../rules/check.js'

/** A finding with a correction: where it is, and what that would do. */
export interface Correction {
  readonly finding: Finding
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** The corrections that findings carry. */
export function correctionsOf(findings: readonly Finding[]): Correction[] {
  return findings.flatMap((finding) => {
    const { fix, at } = finding
    if (fix === undefined) return []
    const edits = fix.edits.map((it): Edit => ({ ...it, file: it.file ?? at.file }))
    return [{ finding, title: fix.title, safe: fix.safe, edits }]
  })
}

/** The safe ones, of which none touches what another one does. */
export function together(corrections: readonly Correction[]): Correction[] {
  const taken: Edit[] = []
  return corrections.filter(({ safe, edits }) => {
    if (!safe || edits.some((edit) => taken.some((it) => touches(it, edit)))) return false
    taken.push(...edits)
    return true
  })
}

/** Do two edits concern the same value, or one a value inside the other? New items of one list follow each other. */
function touches(one: Edit, other: Edit): boolean {
  if (one.file !== other.file) return false
  const length = Math.min(one.path.length, other.path.length)
  return one.path.slice(0, length).every((key, index) => key === other.path[index])
}
