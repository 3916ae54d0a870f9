import { cleaned } from '../findings/cleaned.js'
import type { ChangeReport } from './report.js'

/** A change for programs. */
export function changeJson({ sentence, notes, files, introduced, mended, isDry }: ChangeReport): string {
  const told = {
    schemaVersion: 1,
    written: !isDry && files.length > 0,
    sentence,
    notes,
    files: files.map(({ file, to, isNew, lines }) => ({
      file,
      ...(to !== undefined && { to }),
      isNew,
      patch: lines.join('\n'),
    })),
    introduced,
    mended,
  }
  return `${JSON.stringify(cleaned(told), null, 2)}\n`
}
