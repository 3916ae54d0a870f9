import { UsageError } from '../model/usage-error.js'
import { formatNames } from '../model/words.js'
import { paperFormats, type PaperFormatName, type PaperLook } from '../output/paper/index.js'
import type { PaperInput } from '../reports/paper.js'
import { viewOf } from './answer.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'
import { remark } from './report-error.js'

/** Options of what a paper is written as. */
interface FormatOptions {
  readonly format?: PaperFormatName | undefined
  readonly out?: string | undefined
  readonly color?: boolean | undefined
  /** A Word file whose styles take the place of ours. */
  readonly style?: string | undefined
}

/** What papers are not written as, with how to get there all the same. */
const OTHERS: readonly (readonly [ending: RegExp, hint: string])[] = [
  [
    /\.pdf$/i,
    'write --out paper.html and print it (chromium --headless --print-to-pdf=paper.pdf paper.html), or write --out ' +
      'paper.docx and convert it (soffice --headless --convert-to pdf paper.docx)',
  ],
  [/\.(?:doc|dotx?|docm|odt|rtf)$/i, 'write --out paper.docx, which word processors open'],
  [/\.xlsx?$/i, 'write --out paper.docx; lists for a spreadsheet come from partners list --format csv'],
]

/**
 * The format of the option, or of the name of the file; by default text for a terminal, and markdown elsewhere.
 * @throws UsageError for a format that papers are not made in, or that a terminal cannot show
 */
export function paperFormatOf(
  { stdout }: Ports,
  { format, out, style }: FormatOptions,
  paper: string,
): PaperFormatName {
  const isStdout = out === undefined || out === '-'
  const chosen = format ?? (isStdout ? (stdout.isTerminal ? 'text' : 'md') : formatOfName(out))
  if (chosen === 'docx' && isStdout && stdout.isTerminal)
    throw new UsageError('a terminal cannot show a Word file', `add --out ${paper}.docx, or send it into a pipe`)
  if (chosen !== 'docx' && style !== undefined)
    throw new UsageError('--style is for Word files', `add --format docx, or --out ${paper}.docx`)
  return chosen
}

function formatOfName(out: string): PaperFormatName {
  const [ending, hint] = OTHERS.find(([it]) => it.test(out)) ?? []
  if (ending !== undefined) throw new UsageError(`papers are not written as ${ending.exec(out)![0]}`, hint)
  if (/\.docx$/i.test(out)) return 'docx'
  return /\.html?$/i.test(out) ? 'html' : /\.txt$/i.test(out) ? 'text' : 'md'
}

/** A paper in a format, as the organisation has its papers look. */
export async function formattedPaper(
  ports: Ports,
  opened: Opened,
  { input, markdown, format }: { input: PaperInput; markdown: string; format: PaperFormatName },
  options: FormatOptions,
): Promise<string | Uint8Array> {
  const write = await paperFormats[format]()
  return write(markdown, viewOf(ports, options), await lookOf(ports, opened, input, markdown, format, options.style))
}

async function lookOf(
  ports: Ports,
  opened: Opened,
  input: PaperInput,
  markdown: string,
  format: PaperFormatName,
  style: string | undefined,
): Promise<PaperLook> {
  const { asOf: day, update, people, register } = input
  if (format !== 'html' && format !== 'docx') return { day }
  const { houseOf, picturesOf, wordStylesOf } = await import('./house.js')
  const word = format === 'docx' ? await wordStylesOf(ports, opened, style) : undefined
  const { settings, organisations } = register
  const organisation = organisations.find((it) => it.id === settings.organisation)?.name
  const authors = people?.author.length ? people.author : (update?.author ?? [])
  return {
    day,
    house: await houseOf(opened, input, format, word),
    pictures: await picturesOf(opened, markdown),
    author: formatNames([...authors]) || organisation,
    subject: settings.name ?? organisation,
    remark: (text) => remark(ports, text),
  }
}
