import { escapeMarkdown } from '../../reports/engine/escape.js'
import { sha256 } from '../../source/sha256.js'
import { bodyText } from './body-text.js'

/** What a paper was made of and with, so that it can be made again and compared. */
export interface MadeOf {
  readonly paper: string
  /** The whole id of the commit, and what of the register is not in it. */
  readonly revision: string
  readonly asOf: string
  /** Options that choose what it shows, as they are typed: `--update 2019-04`. */
  readonly options: readonly string[]
  readonly version: string
  /** The text of the template, with those of the partials. */
  readonly template: string
}

/**
 * A paper with its trailer, in small print at its end. The digests find what changed since; they are no signature, as
 * whoever changes a paper can write others.
 */
export const withTrailer = (markdown: string, madeOf: MadeOf): string =>
  `${markdown.trimEnd()}\n\n${formatTrailer(madeOf, digest(bodyText(markdown)))}\n`

/** The beginning of the paragraph, by which it is found again. */
export const TRAILER = 'To verify: '

function formatTrailer({ paper, revision, asOf, options, version, template }: MadeOf, body: string): string {
  const parts = [
    `paper ${paper}`,
    revision,
    `as of ${asOf}`,
    `options ${options.length === 0 ? 'none' : escapeMarkdown(options.join(' '))}`,
    `partners ${version}`,
    `template ${digest(template)}`,
    `text ${body}`,
  ]
  return `${TRAILER}${parts.join('; ')}.`
}

/** Half of a SHA-256: enough to find a change. */
const digest = (text: string) => sha256(text).slice(0, 32)
