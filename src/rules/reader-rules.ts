import { dayFirst, formatDay } from '../model/day.js'
import { notAnId } from '../model/field-errors.js'
import { writeFix } from '../model/fix.js'
import { ID } from '../model/id.js'
import { atKey } from '../model/place.js'
import { ownPolicies } from '../model/references.js'
import type { PolicyMap } from '../policy/merge.js'
import { defineReaderRule, defineRegisterRule, type Rule, type RuleText, spelt } from './rule.js'

type Text = Omit<RuleText, 'code' | 'severity'>

const error = (code: string, text: Text) => defineReaderRule({ code, severity: 'error', ...text })
const warning = (code: string, text: Text) => defineReaderRule({ code, severity: 'warning', ...text })

const PLAIN_DATA = 'This tool’s format: plain data that every editor and reader understands alike'
const CATALOGUE = 'The catalogue of fields: `partners schema` prints it'

const dayOrder = defineRegisterRule({
  code: 'schema/day-order',
  severity: 'info',
  summary: 'A day is written in numbers, and read with the day first.',
  source: 'register.yaml: day-order',
  why: 'The register knows what it means; somebody who reads the file elsewhere may take it for another day.',
  remedy: 'Write year-month-day.',
  *check({ register }) {
    if (register.settings['day-order'] !== 'day-first') return
    for (const { at, text } of spelt(register, 'day')) {
      const day = dayFirst(text)!
      const message = `"${text.trim()}" is read as ${formatDay(day)}`
      yield { at, key: text, message, hint: `write ${day}`, fix: writeFix(at.path, day, true) }
    }
  },
})

const id = defineRegisterRule({
  code: 'schema/id',
  severity: 'error',
  summary: 'An id contains something other than small letters, digits and hyphens.',
  source: 'Ids are file names and references, on every kind of computer',
  why: 'Capitals, spaces and accents differ between systems, and links break.',
  remedy: 'Rename the file or entry, in small letters, digits and hyphens.',
  *check({ register }) {
    for (const { code, ...problem } of register.problems) if (code === 'schema/id') yield problem
    for (const policy of ownPolicies(register))
      for (const map of NAMED)
        for (const written of Object.keys(policy.data[map]).filter((it) => !ID.test(it))) {
          const { message, hint } = notAnId(written)
          yield { at: atKey(policy, map, written), key: written, message, ...(hint && { hint }) }
        }
  },
})

/** Entries of policies that records or exceptions name by their ids. */
const NAMED: readonly PolicyMap[] = ['tiers', 'documents', 'risk-categories', 'checks']

const misread = defineRegisterRule({
  code: 'syntax/misread',
  severity: 'info',
  summary: 'A code is written in a way that other programs misread.',
  source: 'YAML readers turn 00123, 5E1, no and 1.10 into something else',
  why: 'A spreadsheet import or another tool would read a different value from the one written here.',
  remedy: 'Put it in quotes.',
  *check({ register }) {
    for (const { at, text } of spelt(register, 'misread'))
      yield {
        at,
        key: text,
        message: `other programs read ${text} as something else`,
        hint: `put it in quotes: "${text}"`,
        fix: { title: 'put it in quotes', safe: true, edits: [{ op: 'quote', path: at.path }] },
      }
  },
})

/** What can be wrong with a file, its syntax and the shape of its values, as the reader finds it in any record. */
export const readerRules: readonly Rule[] = [
  error('syntax/alias', {
    summary: 'A value is an alias or a merge key.',
    source: PLAIN_DATA,
    why: 'The value itself is written somewhere else; nobody who reads this line can see what the register holds.',
    remedy: 'Write the value out; put quotes around text that begins with *.',
  }),
  error('syntax/anchor', {
    summary: 'A value carries an anchor.',
    source: PLAIN_DATA,
    why: 'A value repeated by an anchor changes in places that nobody looks at, and a few lines can expand to gigabytes.',
    remedy: 'Remove the anchor, and write the values out.',
  }),
  error('syntax/comma', {
    summary: 'A comma inside { } cut off a value.',
    source: 'YAML 1.2: in flow style a comma ends a plain value',
    why: '`{amount: 8,600,000}` is an amount of 8 pounds and two empty keys.',
    remedy: 'Put the value in quotes, or write each key on a line of its own.',
  }),
  defineReaderRule({
    code: 'syntax/comment-in-value',
    severity: 'info',
    summary: 'A number after a # is read as a comment.',
    source: 'YAML 1.2: a # after a space begins a comment',
    why: '`name: Ward #1` is a ward without its number.',
    remedy: 'Put the value in quotes, or, where a comment is meant, put a space after its #.',
  }),
  warning('syntax/control-character', {
    summary: 'A control character or a direction override is hidden in the text.',
    source: PLAIN_DATA,
    why: 'Such characters can hide or reorder what a reader sees, on a terminal and in a pull request.',
    remedy: 'Delete it; it often comes with text pasted from a PDF.',
  }),
  error('syntax/duplicate-key', {
    summary: 'A key is written twice in the same place.',
    source: PLAIN_DATA,
    why: 'Programs differ in which of the two they use; a corrected value may never be seen.',
    remedy: 'Keep one of the two.',
  }),
  error('syntax/empty', {
    summary: 'The file has no keys.',
    source: PLAIN_DATA,
    why: 'An empty record has an id and no content: references to it would mean nothing.',
    remedy: 'Begin with name: …, or delete the file.',
  }),
  error('syntax/encoding', {
    summary: 'The file is not UTF-8.',
    source: PLAIN_DATA,
    why: 'Letters such as £ and é would appear as something else in a Board paper.',
    remedy: 'Save the file as UTF-8.',
  }),
  error('syntax/front-matter', {
    summary: 'A markdown record has no front matter.',
    source: 'Markdown records keep their data between two --- lines',
    why: 'Without it the file has text but no fields.',
    remedy: 'Begin the file with a line ---, then the keys, then a second line ---.',
  }),
  warning('syntax/look-alike', {
    summary: 'A character only looks like the one meant: a no-break space, a curly quote, a full-width colon.',
    source: 'YAML 1.2 recognises only plain spaces, colons and straight quotes',
    why: 'Where the meaning is certain it is read as meant; other programs read another value.',
    remedy: 'Write the plain character; in a word processor, switch off smart quotes and automatic spaces.',
  }),
  misread,
  error('syntax/several-documents', {
    summary: 'A file holds more than one YAML document.',
    source: 'One record per file; its name is its id',
    why: 'Only the first would be read, and the rest lost without a word.',
    remedy: 'Move what follows the --- into a file of its own.',
  }),
  error('syntax/stray-text', {
    summary: 'A markdown record has text before its first ## heading.',
    source: 'Sections of a markdown record fill its fields by their headings',
    why: 'It belongs to no section, so no paper would print it, and nothing in it would be checked.',
    remedy:
      'Put it under a heading, or remove it. Only a comment (<!-- … -->) and a # title that repeats the name may come first.',
  }),
  error('syntax/tab', {
    summary: 'A tab indents a line.',
    source: 'YAML 1.2: indentation is spaces',
    why: 'Editors show tabs in different widths, so YAML forbids them before keys; the file cannot be read.',
    remedy: 'Indent each level by two spaces.',
  }),
  error('syntax/tag', {
    summary: 'A value carries a YAML tag.',
    source: PLAIN_DATA,
    why: 'Each field has its own type; a tag would make other programs read the value differently.',
    remedy: 'Remove the tag.',
  }),
  error('syntax/too-deep', {
    summary: 'Values are nested more than 60 levels deep.',
    source: PLAIN_DATA,
    why: 'No field needs this; such files are made to exhaust programs.',
    remedy: 'Look for a run of brackets or dashes that should not be there.',
  }),
  error('syntax/yaml', {
    summary: 'The file is not well-formed YAML.',
    source: PLAIN_DATA,
    why: 'A file that cannot be parsed is missing from every check and paper; no paper is made until it is fixed.',
    remedy:
      'Look at this place and the line above it for a missing colon, quote or space, or an indent that does not line up.',
  }),
  error('file/not-a-file', {
    summary: 'Something that is not a regular file has the name of a record.',
    source: 'One record per file',
    why: 'It cannot be read as a record.',
    remedy: 'Rename it, or move its content.',
  }),
  warning('file/not-read', {
    summary: 'A file or folder among the records is not read.',
    source: 'Nothing is lost silently: what looks like a record and is not one is reported',
    why: 'A partnership in it is missing from every check, list and paper, and nobody notices.',
    remedy: 'Give it the name of a record, or keep it elsewhere; drafts and attachments do not belong among records.',
  }),
  error('file/symlink', {
    summary: 'A link leads out of the register, in a circle or nowhere.',
    source: 'The register is what its folder contains',
    why: 'A link could expose a file that was not meant to be seen, so its target is never read.',
    remedy: 'Put the file itself in its place.',
  }),
  error('file/too-large', {
    summary: 'A file is over 5 MB.',
    source: 'A record has a few dozen lines',
    why: 'Attachments make a register slow for everybody, and git keeps them for ever.',
    remedy: 'Keep attachments elsewhere and link to them.',
  }),
  error('file/unreadable', {
    summary: 'A file or folder cannot be read.',
    source: 'The whole register is checked, or the result is not reliable',
    why: 'A record that is left out makes totals too small without anybody noticing.',
    remedy:
      'Check its permissions; run again if it was changed while it was read. A folder that is a repository of its own is read where it is checked out, not at a revision.',
  }),
  error('schema/ambiguous-day', {
    summary: 'A day can be read in two ways.',
    source: 'Days are written 2019-04-30',
    why: '04/05/2019 is 4 May in Britain and 5 April in America, and software guesses; 2026-2027 is a financial year, or two years.',
    remedy:
      'Write year-month-day, and a financial year as 2026/27. Where everybody writes the day first, set `day-order: day-first` in register.yaml.',
  }),
  error('schema/choice', {
    summary: 'A value is not one of the allowed values.',
    source: 'Allowed values: the field’s entry in `partners schema`',
    why: 'Counts and policy use these values; another spelling would be a group of its own.',
    remedy: 'Write one of the allowed values.',
  }),
  error('schema/condition', {
    summary: 'A condition of a policy cannot be read.',
    source: 'Conditions are data over a closed list of facts',
    why: 'A condition that is not understood requires nothing: the duty would vanish without a word.',
    remedy: 'Use the facts and comparisons of conditions.',
  }),
  error('schema/day', {
    summary: 'A value is not a day, or is a day that does not exist.',
    source: 'Days are written 2019-04-30, or as exactly as they are known',
    why: 'A day that is misread is a review that never falls due.',
    remedy: 'Write the day as 2019-04-30; a day that is not known exactly may stay inexact.',
  }),
  dayOrder,
  error('schema/duration', {
    summary: 'A value is not a length of time.',
    source: 'Lengths of time are written 6 months, 60 days, 2 years',
    why: 'A notice of “6” could be days or months.',
    remedy: 'Write a number and its unit.',
  }),
  error('schema/empty', {
    summary: 'A key has no value.',
    source: 'Not stated, unknown, none and not applicable are different answers',
    why: 'An empty key may mean any of them; a reader would have to guess.',
    remedy: 'Write the value, remove the key, or list it under `unknown` with the reason.',
  }),
  id,
  error('schema/missing', {
    summary: 'A required value is missing.',
    source: CATALOGUE,
    why: 'The record cannot be named, counted or compared without it.',
    remedy: 'Add it.',
  }),
  error('schema/money', {
    summary: 'A value is not an amount of money.',
    source: 'Money is an amount; its basis and its period have fields of their own',
    why: '“up to £2m” cannot be added up: it is a ceiling, not a sum.',
    remedy: 'Write the amount as a number, and the words around it as `basis` and `per`.',
  }),
  error('schema/number', {
    summary: 'A value is not a number, or is out of range.',
    source: CATALOGUE,
    why: 'A score of 7 on a scale to 5 would put the partnership in the wrong place on the risk map.',
    remedy: 'Write a number within the range of the field.',
  }),
  error('schema/type', {
    summary: 'A value does not have the shape of its field.',
    source: CATALOGUE,
    why: 'A value of another shape is left out of checks and papers.',
    remedy: 'Write it in the shape of the field.',
  }),
  error('schema/unknown-key', {
    summary: 'A key is not one of the record’s fields.',
    source: CATALOGUE,
    why: 'Nobody reads the value of a misspelt key: `expries: 2024-01-31` never expires.',
    remedy: 'Use the name of the field; begin a key of your own with x-.',
  }),
]
