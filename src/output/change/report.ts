import { structuredPatch } from 'diff'
import { rawText } from '../../document/decode.js'
import type { FileChange } from '../../source/write-register.js'
import type { LocatedFinding } from '../located.js'

/** A change of a register, made or only shown. */
export interface ChangeReport {
  readonly sentence: string
  readonly notes: readonly string[]
  readonly files: readonly FilePatch[]
  /** Findings that were not there before. */
  readonly introduced: readonly LocatedFinding[]
  /** Findings that are gone. */
  readonly mended: readonly LocatedFinding[]
  /** True for a dry run: nothing was written. */
  readonly isDry: boolean
}

/** The change of a file, as lines. */
export interface FilePatch {
  readonly file: string
  /** Its new name; undefined where it keeps its own. */
  readonly to: string | undefined
  readonly isNew: boolean
  /** A unified diff without its header: hunks of lines that begin with a space, + or -. */
  readonly lines: readonly string[]
}

/** @param printed a file of the register as it is shown */
export function filePatch({ path, to, before, after }: FileChange, printed: (file: string) => string): FilePatch {
  const [old, now] = [before === undefined ? '' : rawText(before), rawText(after)]
  const { hunks } = structuredPatch('', '', old, now, '', '', { context: 2, stripTrailingCr: false })
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldLines === 0 ? 0 : oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ])
  return { file: printed(path), to: to === undefined ? undefined : printed(to), isNew: before === undefined, lines }
}
