import { partnershipSchema } from '../../model/partnership.js'
import { inMessage } from '../../model/words.js'
import { section } from '../define-paper.js'
import { describeWho, directorateName } from '../phrases.js'
import { statedFields, type Reader } from '../rows/stated.js'
import { rows, text, maybe } from '../view-parts.js'
import type { About } from './about.js'

/** Fields that other sections print, or that the paper has in its own words. */
const ELSEWHERE = [
  'name aliases summary status kind procurement parent directorate service stage lead sponsor start end notice',
  'extendable-to minimum-term confirmed confidential value amounts shares-by objectives care partners rationale controls',
  'risk-summary position assessments risks issues documents quality-reviews evaluations benefits measures actions',
  'headlines sources unknown',
].flatMap((keys) => keys.split(' '))

const shape = {
  /** Fields that no section prints: a text, or an entry each. */
  others: rows({ label: text, text, lines: rows({ title: text, text: maybe }) }),
}

/** The Board reads names in place of ids. */
export const readerOf = ({ register, partnership, currency }: About): Reader => ({
  currency,
  audience: 'board',
  named: (id, names) =>
    names === 'directorate' ? directorateName(register, id)! : describeWho(register, partnership, id),
})

/** Whatever else is stated, as the catalogue has it; a field that is new there is included by itself. */
export const others = section(shape, (about: About) => {
  const { partnership, most } = about
  return {
    others: statedFields(partnershipSchema, partnership, readerOf(about), ELSEWHERE).map(
      ({ label, form, text, lines }) =>
        form === 'lines' && most < Infinity
          ? { label, text: inMessage(lines.map((it) => it.title)), lines: [] }
          : { label, text, lines },
    ),
  }
})
