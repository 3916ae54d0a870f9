import { formsIn, type FormOf, type Letter } from '../../duties/letters.js'
import { jsonText } from '../../model/clean.js'
import { lookUp } from '../../model/look-up.js'
import { cleaned } from '../../output/findings/cleaned.js'
import { FORM_KINDS, formMarkdown } from '../../reports/forms/index.js'
import { letters } from '../../reports/letters/index.js'
import { paperText } from '../paper-run.js'
import type { Ports } from '../ports.js'
import { isConfidential, type Chase } from './chase.js'
import { letterJson } from './letter-json.js'

/** A letter in words. */
export interface Written {
  readonly letter: Letter
  readonly markdown: string
  readonly addresses: readonly string[]
  /** Is it about a partnership that the register marks as confidential? */
  readonly isConfidential: boolean
}

/** Words a letter; undefined where a template of the register is wrong, which was reported. */
export async function wordLetter(ports: Ports, chase: Chase, letter: Letter): Promise<Written | undefined> {
  const { register, policy, asOf, contacts } = chase
  const input = { register, policy, asOf, update: undefined, provenance: '', letter }
  const text = await paperText(ports, chase, letters[letter.to.kind], input)
  if (text === undefined) return undefined
  const markdown = [text, ...formsIn(letter).map((it) => formText(chase, it))].join('\n---\n\n')
  return { letter, markdown, addresses: contacts.addressesOf(letter.to), isConfidential: isConfidential(chase, letter) }
}

/** A form that goes with a letter, with the last answers. */
function formText({ register, policy }: Chase, { form, about }: FormOf): string {
  const { organisation, partnership } = lookUp(register)
  return formMarkdown(
    form === 'self-assessment'
      ? FORM_KINDS[form].make(register, policy, organisation.get(about))
      : FORM_KINDS[form].make(register, policy, partnership.get(about)),
  )
}

/** Makes one text of letters. */
interface LetterFormat {
  /** How names of its files end. */
  readonly ending: string
  readonly textOf: (written: readonly Written[], chase: Chase, width: number) => Promise<string>
}

/** How letters are written. */
export const LETTER_FORMATS = {
  text: {
    ending: 'txt',
    textOf: async (written, _, width) => {
      const { terminal } = await import('../../output/paper/terminal.js')
      const texts = written.map((it) => addressLine(it) + terminal(it.markdown, { width, colour: false }))
      return texts.join(`\n${'═'.repeat(MAIL_WIDTH)}\n\n`)
    },
  },
  markdown: {
    ending: 'md',
    textOf: async (written) => written.map((it) => addressLine(it) + it.markdown).join('\n---\n\n'),
  },
  eml: { ending: 'eml', textOf: async ([written], { asOf }) => draftOf(written!, asOf) },
  json: {
    ending: 'json',
    textOf: async (written, chase) =>
      lettersJson(
        chase,
        written.map(({ letter, markdown }) => ({ ...letterJson(chase, letter), markdown })),
      ),
  },
} as const satisfies Readonly<Record<string, LetterFormat>>

/** Lines of a mail in plain text, with room for the marks of an answer. */
const MAIL_WIDTH = 72

const addressLine = ({ addresses }: Written) => (addresses.length === 0 ? '' : `To: ${addresses.join(', ')}\n\n`)

/** A letter as a draft of a mail; its heading is the subject. */
async function draftOf({ markdown, addresses, isConfidential }: Written, day: string): Promise<string> {
  const { terminal } = await import('../../output/paper/terminal.js')
  const { mail } = await import('../../output/mail.js')
  const plain = (text: string) => terminal(text, { width: MAIL_WIDTH, colour: false })
  const [heading = '', title = ''] = /^# (.*)\n+/.exec(markdown) ?? []
  const subject = plain(title).replaceAll('\n', ' ')
  return mail({ to: addresses, subject, text: plain(markdown.slice(heading.length)), day, isConfidential })
}

/** Letters for programs. */
export const lettersJson = ({ asOf, missing }: Chase, of: readonly object[]): string =>
  jsonText(cleaned({ schemaVersion: 1, asOf, incomplete: missing, letters: of }))
