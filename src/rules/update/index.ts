import type { Fix } from '../../model/fix.js'
import { slug } from '../../model/id.js'
import { nearest } from '../../model/nearest.js'
import { at, atKey, type Place } from '../../model/place.js'
import { PAPER_HEADINGS } from '../../model/update.js'
import { theOneLike } from '../look-alikes.js'
import { defineReaderRule, type Rule, defineRecordRule, defineRegisterRule } from '../rule.js'
import type { Register } from '../../model/register.js'

const heading = defineRecordRule({
  code: 'update/heading',
  severity: 'warning',
  summary: 'A heading of an update is almost one that the paper has a place for.',
  source: `The Board update has places for ${PAPER_HEADINGS.join(', ')}`,
  why: 'A section under a misspelt heading appears in another place in the paper, under the misspelt heading.',
  remedy: 'Correct the heading; a section of your own needs a heading less like those of the paper.',
  records: ['update'],
  *check(update) {
    for (const [index, section] of update.sections.entries()) {
      const meant = meantBy(section.heading)
      if (meant !== undefined)
        yield {
          at: at(update, 'sections', index, 'heading'),
          key: section.heading,
          message: `"${section.heading}" is not a heading that the paper has a place for`,
          hint: `did you mean ## ${meant}?`,
        }
    }
  },
})

/** A short heading that is part of a longer one, as Risk is of Approach to risk, is not a misspelling of it. */
function meantBy(written: string): string | undefined {
  const ids = PAPER_HEADINGS.map(slug)
  const id = slug(written)
  const meant = ids.includes(id) ? undefined : nearest(id, ids)
  return meant === undefined || meant.includes(id) ? undefined : PAPER_HEADINGS[ids.indexOf(meant)]
}

const narrativeName = defineRegisterRule({
  code: 'update/narrative-name',
  severity: 'info',
  summary: 'A narrative names what looks like a partnership and is not in the register.',
  source: 'Named once: names in narratives are compared with the register',
  why: 'The audit of 2019 sampled a partnership that appears nowhere else in its paper.',
  remedy: 'Add it to the register, or write the name or an alias that the register has.',
  *check({ register }) {
    const known = new Set(namesOf(register))
    for (const { at, name } of capitalisedNames(register)) {
      if (known.has(name.toLowerCase())) continue
      const alike = theOneLike([...register.partnerships, ...register.organisations], name)
      yield {
        at,
        key: name,
        message: `"${name}" is not the name of anything in this register`,
        hint:
          alike === undefined
            ? 'add it, or write the name or an alias that the register has'
            : `make it an alias of ${alike.name} (${alike.file})`,
        ...(alike && { fix: aliasFix(alike, name) }),
      }
    }
  },
})

const aliasFix = ({ file, name, aliases }: Named, alias: string): Fix => ({
  title: `make it an alias of ${name}`,
  safe: true,
  edits: [{ op: 'insert', file, path: ['aliases', aliases.length], value: alias }],
})

interface Named {
  readonly file: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Several capitalised words that end in a word for a body: most likely the name of a partnership. */
const NAME =
  /\b[A-Z][\w’'-]+(?: (?:(?:of|and|for|the|with) )?[A-Z][\w’'-]+)* (?:Partnership|Alliance|Network|Collaborative|Care System|Joint Venture)\b/g

/** Names in updates’ sections that look like those of partnerships. */
function* capitalisedNames({ updates }: Register): Iterable<{ at: Place; name: string }> {
  for (const update of updates) {
    for (const [index, { text }] of update.sections.entries()) {
      for (const match of text?.matchAll(NAME) ?? []) {
        yield {
          at: {
            ...at(update, 'sections', index, 'text'),
            within: { start: match.index, end: match.index + match[0].length },
          },
          name: match[0].replace(/^(?:The|A|An) /, ''),
        }
      }
    }
  }
}

/** Every name that the register knows, in small letters. */
export function namesOf({ partnerships, organisations, settings }: Register): string[] {
  const records = [...partnerships, ...organisations].flatMap((it) => [it.name, ...it.aliases])
  const titles = [...settings.standards.map((it) => it.title ?? ''), ...settings.bodies.map((it) => it.name)]
  return [...records, ...titles].map((it) => it.toLowerCase())
}

const noRecommendation = defineRecordRule({
  code: 'update/no-recommendation',
  severity: 'warning',
  summary: 'An update does not say what the Board is asked to do.',
  source: 'A Board paper asks for something: to note, to discuss, to approve or to be assured',
  why: 'A paper that asks for nothing is read as one that needs no attention.',
  remedy:
    'Add `recommendation`, as in `The Board is asked to note this report.`; or list it under `unknown` with the reason.',
  records: ['update'],
  *check(update) {
    if (update.recommendation !== undefined || 'recommendation' in update.unknown) return
    yield { at: atKey(update, 'recommendation'), message: 'this update does not say what the Board is asked to do' }
  },
})

export const updateRules: readonly Rule[] = [
  heading,
  narrativeName,
  noRecommendation,
  // rules cannot import papers, so problems of papers are passed on with those of the reader
  defineReaderRule({
    code: 'update/template',
    severity: 'error',
    summary: 'A section of an update cannot be printed by its paper.',
    source: 'Figures in a narrative are helpers over the register; names are those of the Board update’s view model',
    why: 'A misspelt name or an open brace stops the Board paper on the day that it is needed.',
    remedy: 'Correct the name or the braces; `partners report board-update --schema` lists every name.',
  }),
]
