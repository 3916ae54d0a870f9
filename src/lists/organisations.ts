import type { MoneyFigure } from '../figures/figure.js'
import { formatFigure } from '../figures/format-figure.js'
import { totalsByDirection, type Direction } from '../figures/totals.js'
import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import { IDENTIFIER_SCHEMES, organisationSchema, type Organisation } from '../model/organisation.js'
import { entriesOf, partnershipsOf } from '../model/participation.js'
import { outermost, runningPartnerships } from '../model/hierarchy.js'
import { numberColumn, wordColumn, type ListColumn, type ListInput } from './columns.js'
import { defineList } from './list.js'

/** What runs through an organisation a year in one direction: money in and money out are never added up. */
function moneyColumn(key: string, direction: Direction, label: string): ListColumn<Organisation> {
  const total = (it: Organisation, { register, asOf }: ListInput) =>
    totalsByDirection('', outermost(register, agreedOf(register, it, asOf)), register).find(
      (of) => of.direction === direction,
    )?.total
  const isUnknown = ({ sources }: MoneyFigure) => sources.length === 0
  return {
    key,
    label,
    type: 'money',
    values: (it, input) => {
      const figure = total(it, input)
      if (figure === undefined) return []
      return isUnknown(figure) ? undefined : [(figure.atMost ?? figure.atLeast).pence]
    },
    text: (it, input) => {
      const figure = total(it, input)
      return figure && formatFigure(figure)
    },
  }
}

/** What papers count: a part counts with its whole, and a proposal not at all. */
const agreedOf = (register: Register, it: Organisation, asOf: Day) => {
  const { wholeOf } = runningPartnerships(register)
  return partnershipsOf(register, it, asOf).filter((partnership) => wholeOf(partnership).status !== 'proposed')
}

/** The organisations of a register, our own among them. */
export const organisationList = defineList<Organisation>({
  name: 'organisations',
  summary: 'the organisations of the register, with what runs through them',
  shown: ['name', 'kind', 'partnerships', 'income', 'spend', 'pooled', 'undirected'],
  order: 'name',
  rows: ({ register }) => register.organisations,
  fields: { schema: () => organisationSchema, of: (it) => it },
  columns: [
    wordColumn('id', 'Id', (it) => it.id),
    wordColumn('name', 'Organisation', (it) => it.name),
    wordColumn('kind', 'Kind', (it) => (it.kind === 'unknown' ? undefined : it.kind)),
    wordColumn('status', 'Status', (it) => it.status ?? 'active'),
    wordColumn('aliases', 'Other names', (it) => it.aliases),
    numberColumn('partnerships', 'Partnerships', (it, { register, asOf }) => {
      const { wholeOf } = runningPartnerships(register)
      return new Set(agreedOf(register, it, asOf).map(wholeOf)).size
    }),
    moneyColumn('income', 'income', 'Income a year'),
    moneyColumn('spend', 'spend', 'Spend a year'),
    moneyColumn('pooled', 'pooled', 'Pooled a year'),
    moneyColumn('undirected', 'not stated', 'Direction not stated'),
    wordColumn('roles', 'Roles', (it, { register, asOf }) => {
      const entries = partnershipsOf(register, it, asOf).flatMap((of) => entriesOf(register, of, it, asOf))
      return [...new Set(entries.flatMap(({ roles }) => roles))]
    }),
    wordColumn('identifiers', 'Identifiers', (it) =>
      it.identifiers.map(({ scheme, id }) => `${IDENTIFIER_SCHEMES[scheme].prefix}-${id}`),
    ),
    wordColumn('file', 'File', (it) => it.file),
  ],
})
