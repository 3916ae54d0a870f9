import { jsonText } from '../../model/clean.js'
import { cleaned } from '../findings/cleaned.js'
import type { ChangeReport, FilePatch } from './report.js'

/** A change for programs. A patch is given as it is, so that it can be applied; all other text is made safe to show. */
export function changeJson({ sentence, notes, files, introduced, mended, isDry }: ChangeReport): string {
  const content = {
    schemaVersion: 1,
    written: !isDry && files.length > 0,
    ...cleaned({ sentence, notes }),
    files: files.map((it) => ({
      file: it.file,
      ...(it.to !== undefined && { to: it.to }),
      isNew: it.isNew,
      patch: patchOf(it),
    })),
    ...cleaned({ introduced, mended }),
  }
  return jsonText(content)
}

/** A unified diff with its header; empty for a file that is only renamed. */
function patchOf({ file, to = file, isNew, lines }: FilePatch): string {
  if (lines.length === 0) return ''
  return [`--- ${isNew ? '/dev/null' : file}`, `+++ ${to}`, ...lines, ''].join('\n')
}
