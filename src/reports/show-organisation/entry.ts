import { formatDay } from '../../model/day.js'
import { IDENTIFIER_SCHEMES, ORGANISATION_KINDS } from '../../model/organisation.js'
import { ownFields } from '../../model/own-fields.js'
import { at } from '../../model/place.js'
import { section } from '../define-paper.js'
import { formatOptionalDay, nameOf, otherNames } from '../phrases.js'
import { each, flag, maybe, ownOf, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** Which organisation it is, and where its entry is. */
export const entry = section(
  {
    id: text,
    name: text,
    aliases: texts,
    summary: maybe,
    /** Is the register its own? */
    ours: flag,
    ...each(text, 'file', 'asOf', 'kind', 'status'),
    /** What it became, and when. */
    mergedInto: maybe,
    mergedOn: maybe,
    members: texts,
    memberOf: texts,
    identifiers: rows({ scheme: text, number: text, primary: flag }),
    note: maybe,
    x: ownOf('organisation'),
  },
  ({ register, asOf, say, organisation }: Scope) => {
    const { id, file, kind, status = 'active', merged, members, identifiers } = organisation
    return {
      ...rowFrom(organisation, 'id', 'name', 'summary', 'note'),
      aliases: otherNames(organisation),
      ours: id === register.settings.organisation,
      file: say?.(at(organisation, 'name')) ?? file,
      asOf: formatDay(asOf),
      kind: ORGANISATION_KINDS[kind],
      status,
      mergedInto: merged && nameOf(register, merged.into),
      mergedOn: formatOptionalDay(merged?.on),
      members: members.map((it) => nameOf(register, it)),
      memberOf: register.organisations.filter((it) => it.members.includes(id)).map((it) => it.name),
      identifiers: identifiers.map(({ scheme, id: number, primary = false }) => ({
        scheme: IDENTIFIER_SCHEMES[scheme].title,
        number: `${IDENTIFIER_SCHEMES[scheme].prefix}-${number}`,
        primary,
      })),
      x: ownFields(register, 'organisation', organisation),
    }
  },
)
