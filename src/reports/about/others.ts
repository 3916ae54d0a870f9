import { partnershipSchema } from '../../model/partnership.js'
import { inMessage } from '../../model/words.js'
import { describeWho, directorateName } from '../phrases.js'
import { statedFields, type Reader } from '../stated.js'
import type { About } from './about.js'
import type { AboutPart } from './view.js'

/** Fields that other sections print, or that the paper says in words of its own. */
const ELSEWHERE = [
  'name aliases summary status kind procurement parent directorate service stage lead sponsor start end notice',
  'extendable-to minimum-term confirmed confidential value amounts shares-by objectives care partners rationale controls',
  'risk-summary position assessments risks issues documents quality-reviews evaluations benefits measures actions',
  'headlines tier sources unknown',
].flatMap((keys) => keys.split(' '))

/** Its own readers: the Board, and those who keep the register. */
export const readerOf = ({ register, partnership, currency }: About): Reader => ({
  currency,
  audience: 'board',
  named: (id, names) =>
    names === 'directorate' ? directorateName(register, id)! : describeWho(register, partnership, id),
})

/** Whatever else is stated of it, as the catalogue has it: a field that is new there is here from its first day. */
export const others = (about: About): AboutPart<'others'> => ({
  others: statedFields(partnershipSchema, about.partnership, readerOf(about), ELSEWHERE).map(
    ({ label, form, text, lines }) =>
      form === 'lines' && about.most < Infinity
        ? { label, text: inMessage(lines.map((it) => it.title)), lines: [] }
        : { label, text, lines },
  ),
})
