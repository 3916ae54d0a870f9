import { Chalk, type ChalkInstance } from 'chalk'
import { clean } from '../../model/clean.js'
import { counted } from '../../model/words.js'
import { paintOf, terminalTextFor, wrapped, type TextLook } from '../findings/terminal-text.js'
import { worstFirst, type LocatedFinding } from '../located.js'
import type { ChangeReport, FilePatch } from './report.js'

interface Look extends TextLook {
  readonly ink: ChalkInstance
}

/** A change for people: the lines that change, what that means in a sentence, what it adds and resolves. */
export async function changeText(
  report: ChangeReport,
  { colour, width }: { readonly colour: boolean; readonly width: number | undefined },
): Promise<string> {
  const { sentence, notes, files, introduced, mended, isDry } = report
  const ink = new Chalk({ level: colour ? 1 : 0 })
  const look = {
    width: width === undefined ? UNWRAPPED : Math.min(width, 120),
    ink,
    terminal: await terminalTextFor(JSON.stringify(report)),
  }
  return [
    ...files.flatMap((it) => [...patchLines(it, ink), '']),
    wrapped(ink.bold(ended(clean(sentence))), look, '', HANGING),
    ...notes.map((it) => wrapped(ended(clean(it)), look, '', HANGING)),
    ...describeIntroduced(introduced, files, look),
    ...(mended.length > 0
      ? [wrapped(`It resolves ${counted(mended.length, 'finding')}: ${codes(mended)}.`, look, '', HANGING)]
      : []),
    ...(isDry ? ['dry run: nothing was written'] : []),
    '',
  ].join('\n')
}

/** What begins the further lines of a sentence. */
const HANGING = '  '

/** In a pipe a sentence is a line, so that it can be searched for. */
const UNWRAPPED = 100_000

/** A sentence with its full stop, unless it has an end already. */
const ended = (sentence: string) => (/[.!?:…]["”’)]?$/.test(sentence) ? sentence : `${sentence}.`)

function patchLines({ file, to, isNew, lines }: FilePatch, ink: ChalkInstance): string[] {
  const head = to === undefined ? `${file}${isNew ? ' (new)' : ''}` : `${file} → ${to}`
  return [ink.bold(clean(head)), ...lines.map((it) => painted(clean(it.replace(/\r$/, '')), ink))]
}

function painted(line: string, ink: ChalkInstance): string {
  if (line.startsWith('+')) return ink.green(line)
  if (line.startsWith('-')) return ink.red(line)
  return line.startsWith('@@') ? ink.dim(line) : line
}

/** The gravest findings, as many as a person reads; infos are only counted if there are graver ones. */
function describeIntroduced(list: readonly LocatedFinding[], files: readonly FilePatch[], look: Look): string[] {
  if (list.length === 0) return []
  const grave = list.filter((it) => it.severity !== 'info')
  const shown = worstFirst(grave.length > 0 ? grave : list).slice(0, MOST)
  const [only] = files.length === 1 ? files : []
  const left = list.length - shown.length
  return [
    `It adds ${counted(list.length, 'finding')}:`,
    ...shown.map((it) => formatNote(it, only?.to ?? only?.file, look)),
    ...(left > 0 ? [`  and ${left} more: partners validate shows all`] : []),
  ]
}

const MOST = 8

/** @param known the file that is shown above, and need not be named again */
function formatNote({ severity, file, line, message, code }: LocatedFinding, known: string | undefined, look: Look) {
  const place = look.ink.dim(clean(`(${file === known ? `line ${line}` : `${file}:${line}`}, ${code})`))
  return wrapped(
    `${paintOf(severity, look.ink)(severity)} ${clean(message)} ${place}`,
    look,
    HANGING,
    HANGING + HANGING,
  )
}

function codes(list: readonly LocatedFinding[]): string {
  const names = [...new Set(list.map((it) => `${it.code} of ${it.record}`))].sort()
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and others` : names.join(', ')
}
