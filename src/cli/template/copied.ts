import { sha256 } from '../../source/sha256.js'

/** Where a template of a register was copied from, by its first line. */
export interface Origin {
  /** The release of the tool. */
  readonly version: string
  /** Of the built-in text at that release. */
  readonly digest: string
}

/** A built-in text as a register begins with it: a first line, which papers do not print, says where it is from. */
export const copyOf = (source: string, version: string): string =>
  `{{!-- copied from partners ${version}, text ${digestOf(source)}; partners template list says if a later release changed it --}}\n${source}`

const FIRST_LINE = /^\{\{!-- copied from partners (?<version>[\w.+-]+), text (?<digest>[\da-f]{12});[^\n]*\n/

/** Where a text was copied from, and the text without that line; git may have changed the ends of its lines. */
export function readCopy(text: string): { readonly origin: Origin | undefined; readonly body: string } {
  const lines = text.replaceAll('\r\n', '\n')
  const [first = '', version, digest] = FIRST_LINE.exec(lines) ?? []
  const origin = version === undefined || digest === undefined ? undefined : { version, digest }
  return { origin, body: lines.slice(first.length) }
}

export const digestOf = (source: string): string => sha256(source).slice(0, 12)
