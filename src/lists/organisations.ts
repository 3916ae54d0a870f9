import { sayFigure } from '../figures/say-figure.js'
import { totalFigure } from '../figures/totals.js'
import { IDENTIFIER_SCHEMES, type Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { outermost } from '../model/wholes.js'
import { annualValue } from '../policy/facts.js'
import { defineList, type ListInput } from './list.js'

/** The partnerships that have not ended and that an organisation takes part in. */
export function partnershipsOf({ partnerships }: Register, { id }: Organisation): Partnership[] {
  return partnerships.filter(
    (it) => it.status !== 'ended' && it.partners.some((partner) => partner.organisation === id),
  )
}

/** Money through an organisation: known yearly values of what it takes part in, each whole counted once. */
function worth(organisation: Organisation, { register }: ListInput): number | undefined {
  const known = outermost(partnershipsOf(register, organisation), register).flatMap((it) => annualValue(it) ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, it) => sum + it, 0)
}

/** The organisations of a register, our own among them. */
export const organisationList = defineList<Organisation>({
  name: 'organisations',
  summary: 'the organisations of the register, with what runs through them',
  shown: ['name', 'kind', 'partnerships', 'annual-value', 'roles'],
  order: 'name',
  rows: ({ register }) => register.organisations,
  columns: [
    { key: 'id', label: 'Id', type: 'word', values: (it) => [it.id] },
    { key: 'name', label: 'Organisation', type: 'word', values: (it) => [it.name] },
    { key: 'kind', label: 'Kind', type: 'word', values: (it) => [it.kind] },
    { key: 'status', label: 'Status', type: 'word', values: (it) => [it.status ?? 'active'] },
    { key: 'aliases', label: 'Other names', type: 'word', values: (it) => it.aliases },
    {
      key: 'partnerships',
      label: 'Partnerships',
      type: 'number',
      values: (it, { register }) => [partnershipsOf(register, it).length],
    },
    {
      key: 'annual-value',
      label: 'Value a year',
      type: 'money',
      values: (it, input) => {
        const value = worth(it, input)
        return value === undefined ? undefined : [value]
      },
      text: (it, { register }) => {
        const all = outermost(partnershipsOf(register, it), register)
        const currency = register.settings.currency ?? 'GBP'
        return all.length === 0 ? '–' : sayFigure(totalFigure('', all, currency))
      },
    },
    {
      key: 'roles',
      label: 'Roles',
      type: 'word',
      values: (it, { register }) => [
        ...new Set(
          partnershipsOf(register, it).flatMap(({ partners }) =>
            partners.filter((partner) => partner.organisation === it.id).flatMap((partner) => partner.roles),
          ),
        ),
      ],
    },
    {
      key: 'identifiers',
      label: 'Identifiers',
      type: 'word',
      values: (it) => it.identifiers.map(({ scheme, id }) => `${IDENTIFIER_SCHEMES[scheme].prefix}-${id}`),
    },
    { key: 'file', label: 'File', type: 'word', values: (it) => [it.file] },
  ],
})
