import { Chalk } from 'chalk'
import { clean } from '../../model/clean.js'
import { counted } from '../../model/words.js'
import type { LocatedFinding } from '../located.js'
import type { ChangeReport, FilePatch } from './report.js'

/** A change for a terminal: the lines that change, what that means in a sentence, what it brings and mends. */
export function changeText(report: ChangeReport, { colour }: { readonly colour: boolean }): string {
  const { sentence, notes, files, introduced, mended, isDry } = report
  const ink = new Chalk({ level: colour ? 1 : 0 })
  const patches = files.flatMap((it) => [...patchLines(it, ink), ''])
  return [
    ...patches,
    ink.bold(`${clean(sentence)}.`),
    ...notes.map((it) => clean(it)),
    ...findings(introduced, 'It brings', ink),
    ...(mended.length === 0 ? [] : [clean(`It mends ${counted(mended.length, 'finding')}: ${codes(mended)}.`)]),
    ...(isDry ? ['dry run: nothing was written'] : []),
    '',
  ].join('\n')
}

type Ink = InstanceType<typeof Chalk>

function patchLines({ file, to, isNew, lines }: FilePatch, ink: Ink): string[] {
  const head = to === undefined ? `${file}${isNew ? ' (new)' : ''}` : `${file} → ${to}`
  return [ink.bold(clean(head)), ...lines.map((it) => painted(clean(it), ink))]
}

function painted(line: string, ink: Ink): string {
  if (line.startsWith('+')) return ink.green(line)
  if (line.startsWith('-')) return ink.red(line)
  return line.startsWith('@@') ? ink.dim(line) : line
}

/** As many findings as one reads. */
function findings(list: readonly LocatedFinding[], says: string, ink: Ink): string[] {
  if (list.length === 0) return []
  const worstFirst = list.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  const shown = worstFirst.slice(0, MOST).map((it) => {
    const severity =
      it.severity === 'error' ? ink.red(it.severity) : it.severity === 'warning' ? ink.yellow(it.severity) : it.severity
    return `  ${severity} ${clean(`${it.file}:${it.line} ${it.message}`)} ${ink.dim(it.code)}`
  })
  const more = list.length > MOST ? [`  and ${list.length - MOST} more: partners validate tells all`] : []
  return [`${says} ${counted(list.length, 'finding')}:`, ...shown, ...more]
}

const MOST = 8
const SEVERITIES = ['error', 'warning', 'info']

function codes(list: readonly LocatedFinding[]): string {
  const names = [...new Set(list.map((it) => it.code))].sort()
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and others` : names.join(', ')
}
