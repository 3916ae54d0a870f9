import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean } from '../../src/model/clean.js'
import { mail } from '../../src/output/mail.js'
import { HOSTILE } from '../hostile.js'

const DRAFT = { to: [], subject: 'Letters', text: 'Dear colleague\n', day: '2027-03-01', isConfidential: false }
const NAMES = ['X-Unsent', 'Subject', 'Date', 'Message-ID', 'Content-Transfer-Encoding', 'MIME-Version', 'Content-Type']

/** The headers of a mail, unfolded, and its body, as any program takes them apart (RFC 5322, section 2.2). */
function takenApart(text: string) {
  const end = text.indexOf('\r\n\r\n')
  const head = text.slice(0, end)
  const headers = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n')
  return { lines: head.split('\r\n'), headers: headers.map((it) => it.split(/: ?(.*)/s)), body: text.slice(end + 4) }
}

/** Encoded words decoded one by one (RFC 2047); blanks between two of them are not part of the text. */
const decoded = (header: string) =>
  header
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/g, (_, way: string, text: string) =>
      way === 'B' ? Buffer.from(text, 'base64').toString() : fromQuoted(text.replaceAll('_', ' ')),
    )

/** Bytes written as =C3=A4, as text. */
const fromQuoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()

const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        HOSTILE,
        '\r\nBcc: all@example.org',
        '\n\nFrom: a@b.c',
        '\r\n\r\n',
        '=?utf-8?B?DQpCY2M6IGE=?=',
        '=?UTF-8?Q?=0D=0ABcc:_a?=',
        '\u202Egpj.exe',
        'Ärzte für 保健 👩‍⚕️',
        'x'.repeat(1200),
        '"; <a@b.c>',
        ' ',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

test('whatever a name holds, a mail has its own headers and no others, in short lines of ASCII', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (subject) => {
      const { lines, headers, body } = takenApart(await mail({ ...DRAFT, subject: `${subject}.` }))
      expect(headers.map(([name]) => name)).toEqual(NAMES)
      for (const line of lines) expect(line).toMatch(/^[ -~]{1,998}$/)
      const shown = decoded(headers[1]![1]!)
      expect(shown).toBe(clean(shown)) // not even decoded is there anything that a terminal or a header would obey
      expect(body.trimEnd()).toBe('Dear colleague')
    }),
    { numRuns: 500 },
  )
})

test('a subject is what it was, in any script, and lines are folded', async () => {
  const words = fc.string({ unit: fc.constantFrom(...'abc äöü – “Ħ” 保健 '), minLength: 1, maxLength: 150 })
  await fc.assert(
    fc.asyncProperty(words, async (subject) => {
      const { lines, headers } = takenApart(await mail({ ...DRAFT, subject: `Due: ${subject}.` }))
      expect(decoded(headers[1]![1]!).replace(/\s+/g, ' ')).toBe(`Due: ${subject}.`.replace(/\s+/g, ' '))
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(78)
    }),
  )
})

test('a text is what it was, line by line', async () => {
  const text = 'Dear colleague\n\n.\nFrom here on: £5 – “due”\n- a\n'
  const { headers, body } = takenApart(await mail({ ...DRAFT, text }))
  expect(headers).toContainEqual(['Content-Type', 'text/plain; charset=utf-8', ''])
  expect(fromQuoted(body.replaceAll('=\r\n', ''))).toBe(text.replaceAll('\n', '\r\n'))
})

test('the day, addressees and confidence are headers; there is no sender', async () => {
  const of = { ...DRAFT, to: ['a@example.org', 'b@example.nhs.uk'], isConfidential: true }
  const headers = Object.fromEntries(takenApart(await mail(of)).headers)
  expect(headers).toMatchObject({
    To: 'a@example.org, b@example.nhs.uk',
    Subject: 'Confidential: Letters',
    Sensitivity: 'Company-Confidential',
    Date: 'Mon, 01 Mar 2027 12:00:00 +0000',
    'X-Unsent': '1',
  })
  expect(headers).not.toHaveProperty('From')
})
