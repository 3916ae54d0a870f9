import { dutyState, type Duty } from '../../duties/duty.js'
import { dutiesOf } from '../../duties/index.js'
import { formatInexactDay } from '../../model/day.js'
import { withAncestors } from '../../model/hierarchy.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { section } from '../define-paper.js'
import { count, flag, group, maybe, rows, text } from '../view-parts.js'
import { shortened, type About } from './about.js'

/**
 * What is due and what is open, of itself and of its parts. Documents have a table of their own, and
 * exceptions concern the keepers only.
 */
export const duties = section(
  {
    duties: group({
      /** What is due, the first day first; documents have days of their own. */
      list: rows({ what: text, due: text, late: flag, role: maybe, why: text, where: maybe }),
      more: count,
    }),
    /** Open actions without a day. */
    actions: group({ list: rows({ title: text, owner: maybe, note: maybe }), more: count }),
  },
  (about: About) => {
    const { policy, asOf, partnership, parts, most } = about
    const ours: readonly unknown[] = [partnership, ...parts]
    const all = dutiesOf(narrowed(about), policy).filter(
      (it) => ours.includes(it.about) && it.kind !== 'document' && !isException(it),
    )
    const isOpen = (it: Duty) => dutyState(it, asOf, policy.soon) === 'open'
    const source = (it: Duty) => ({ name: it.what, at: it.at })
    // what is due now without a date comes first
    const dated = all
      .filter((it) => !isOpen(it))
      .sort((a, b) => Number(b.due === undefined) - Number(a.due === undefined))
    const due = shortened(dated, most, 'duties', source)
    const open = shortened(all.filter(isOpen), most, 'open actions and steps without a day', source)
    return {
      duties: { list: due.list.map((it) => dutyRow(about, it)), more: due.more },
      actions: {
        list: open.list.map((it) => ({
          title: whatOf(about, it),
          owner: it.isLeads ? undefined : it.role,
          note: noteOf(partnership, it),
        })),
        more: open.more,
      },
    }
  },
)

/** The register with only the partnerships that these duties are taken from: itself, its parts, and what they are part of. */
function narrowed({ register, partnership, parts }: About): Register {
  const wanted = new Set([partnership, ...parts].flatMap((it) => withAncestors(register, it)))
  return { ...register, partnerships: register.partnerships.filter((it) => wanted.has(it)) }
}

const isException = ({ kind, at: { path } }: Duty) => kind === 'decision' && path[0] === 'exceptions'

function dutyRow(about: About, duty: Duty) {
  const { policy, asOf, where } = about
  const { due, role, why, because } = duty
  return {
    what: whatOf(about, duty),
    // without a start it is not known when the first of what recurs was due
    due: due === undefined ? 'date not known' : formatInexactDay(due),
    late: dutyState(duty, asOf, policy.soon) === 'overdue',
    role: duty.isLeads ? `not recorded (lead: ${role})` : role,
    why,
    where: [...new Set(because.flatMap(({ at }) => where(at) ?? []))].join(', ') || null,
  }
}

/** A duty of a part is shown with the part's name. */
const whatOf = ({ partnership }: About, { what, about }: Duty) =>
  about.id === partnership.id ? what : `${about.name}: ${what}`

function noteOf(partnership: Partnership, { about, at: { path } }: Duty): string | undefined {
  const [list, index] = path
  if (about.id !== partnership.id || (list !== 'actions' && list !== 'milestones')) return undefined
  return partnership[list][Number(index)]?.note
}
