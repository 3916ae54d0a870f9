import MimeNode from 'nodemailer/lib/mime-node'
import { clean } from '../model/clean.js'
import type { Day } from '../model/day.js'
import { inShort } from '../model/words.js'
import { sha256 } from '../source/sha256.js'
import { noonUtc } from './noon-utc.js'

/** A letter as a draft of a mail. */
export interface Mail {
  /** Addresses alone, without names; nobody where it is empty. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly day: Day
  readonly isConfidential: boolean
}

/** Longer subjects are cut by mail programs anyway. */
const LONGEST_SUBJECT = 200

/**
 * A draft (RFC 5322) that a mail program opens, to be read over and sent by a person; it has no sender, so that the
 * program takes its own. The same letter of the same day gives the same bytes: date, id and boundary are made from it.
 */
export async function mail({ to, subject, text, day, isConfidential }: Mail): Promise<string> {
  const id = sha256(JSON.stringify([to, subject, text, day])).slice(0, 32)
  const draft = new MimeNode('text/plain; charset=utf-8', {
    baseBoundary: id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  draft.setHeader([
    { key: 'X-Unsent', value: '1' }, // Outlook opens it as a draft
    ...(to.length === 0 ? [] : [{ key: 'To', value: to.map((address) => ({ name: '', address })) }]),
    { key: 'Subject', value: headerText(isConfidential ? `Confidential: ${subject}` : subject) },
    ...(isConfidential ? [{ key: 'Sensitivity', value: 'Company-Confidential' }] : []),
    { key: 'Date', value: noonUtc(day) },
    { key: 'Message-ID', value: `<${id}@partners>` },
  ])
  draft.setContent(text)
  const bytes = await draft.build()
  return bytes.toString('latin1') // all of it is ASCII, as every other letter is encoded
}

/** A text for a header: one line, short, and nothing that would be decoded once more. */
const headerText = (written: string) => inShort(clean(written).replaceAll('=?', '= ?').trim(), LONGEST_SUBJECT)
