import { resolve } from 'node:path'
import { formatInexactDay } from '../model/day.js'
import { UsageError } from '../model/usage-error.js'
import { decode } from '../document/decode.js'
import type { House, Picture } from '../output/paper/house.js'
import { MAX_PICTURE_BYTES, pictureOf, pictureProblem } from '../output/paper/picture.js'
import { picturePaths } from '../output/paper/picture-paths.js'
import type { PaperInput } from '../reports/paper.js'
import { bodyName } from '../reports/phrases.js'
import { openFile, unreadable } from '../source/read-files.js'
import { registerFile } from '../source/register-file.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'

const MAX_STYLE_SHEET_BYTES = 256 * 1024

/**
 * How the organisation has its papers look, by `paper` in register.yaml.
 * @param format only what it needs is read
 * @throws UsageError for a file that is not there, or is not what it should be
 */
export async function houseOf(
  opened: Opened,
  input: PaperInput,
  format: 'html' | 'docx',
  style: House['word'],
): Promise<House> {
  const { header, footer, marking, logo, 'style-sheet': sheet } = opened.register.settings.paper ?? {}
  return {
    header,
    footer,
    marking,
    meeting: meetingOf(input),
    ...(logo !== undefined && { logo: { ...(await picture(opened, logo, `logo ${logo}`)), alt: logoWords(opened) } }),
    ...(sheet !== undefined && format === 'html' && { styleSheet: await styleSheet(opened, sheet) }),
    ...(style !== undefined && { word: style }),
  }
}

/** `Trust Board, 30 April 2019`, of papers that go to a meeting. */
function meetingOf({ register, update }: PaperInput): string | undefined {
  const parts = [bodyName(register, update?.to), update?.meeting && formatInexactDay(update.meeting)]
  return parts.filter(Boolean).join(', ') || undefined
}

function logoWords({ register: { settings, organisations } }: Opened): string {
  const name = organisations.find((it) => it.id === settings.organisation)?.name
  return name === undefined ? 'Logo' : `Logo of ${name}`
}

/** The pictures that a paper places, by their paths in the folder of the register. */
export async function picturesOf(opened: Opened, markdown: string): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const path of picturePaths(markdown)) pictures.set(path, await picture(opened, path, `picture ${path}`))
  return pictures
}

async function picture(opened: Opened, path: string, name: string): Promise<Picture> {
  const bytes = await fileOf(opened, path, MAX_PICTURE_BYTES, name)
  const problem = pictureProblem(bytes)
  if (problem !== undefined) throw new UsageError(`the ${name} ${problem.message}`, problem.hint)
  return { bytes, type: pictureOf(bytes)!.type }
}

async function styleSheet(opened: Opened, path: string): Promise<string> {
  const { checkStyleSheet } = await import('../output/paper/style-sheet.js')
  const { text, readable, problems } = decode(await fileOf(opened, path, MAX_STYLE_SHEET_BYTES, `style sheet ${path}`))
  if (!readable)
    throw new UsageError(`the style sheet ${path} cannot be read: ${problems[0]!.message}`, problems[0]!.hint)
  const problem = checkStyleSheet(text)
  if (problem !== undefined)
    throw new UsageError(`${opened.printed(path)}:${problem.line}: ${problem.message}`, problem.hint)
  return text
}

/**
 * The styles of the organisation's Word file: of the one that the command line names, which may be anywhere, or of
 * `paper.style` of the register.
 */
export async function wordStylesOf({ cwd }: Ports, opened: Opened, named: string | undefined): Promise<House['word']> {
  const path = named ?? opened.register.settings.paper?.style
  if (path === undefined) return undefined
  const { MAX_STYLE_BYTES, readWordStyles } = await import('../output/paper/docx/word-styles.js')
  const name = `house style ${path}`
  const bytes =
    named === undefined
      ? await fileOf(opened, path, MAX_STYLE_BYTES, name)
      : namedFile(resolve(cwd, path), MAX_STYLE_BYTES, name)
  const styles = readWordStyles(bytes)
  if ('message' in styles) throw new UsageError(`the ${name} ${styles.message}`, styles.hint)
  return styles
}

function namedFile(place: string, most: number, name: string): Uint8Array {
  const read = openFile(place, most, 'followed')
  if (read === undefined) throw new UsageError(`there is no ${name}`)
  if ('problem' in read) throw unreadable(`the ${name}`, read)
  return read
}

/** A file that the register names; what is wrong with it is said of what it is for. */
async function fileOf(opened: Opened, path: string, most: number, name: string): Promise<Uint8Array> {
  try {
    return await registerFile(opened, path, most)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const hint =
      error.hint ?? `put it there, or name another: paths begin at the folder of ${opened.printed('register.yaml')}`
    throw new UsageError(`${name}: ${error.message}`, hint)
  }
}
