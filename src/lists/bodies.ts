import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { schemaAt } from '../model/schema-walk.js'
import { wordColumn } from './columns.js'
import { defineList } from './list.js'

type Body = Partnership['bodies'][number]

interface BodyRow {
  /** Undefined for a body of the organisation itself. */
  readonly partnership: Partnership | undefined
  readonly body: Body
}

/** Boards, committees and groups: of the organisation, and of partnerships. */
export const bodyList = defineList<BodyRow>({
  name: 'bodies',
  summary: 'the boards, committees and groups of the organisation and of partnerships',
  shown: ['body', 'body-kind', 'partnership', 'reports-to', 'meets'],
  order: 'body',
  rows: ({ register }) => [
    ...register.settings.bodies.map((body) => ({ partnership: undefined, body })),
    ...register.partnerships.flatMap((partnership) => partnership.bodies.map((body) => ({ partnership, body }))),
  ],
  partnershipOf: (it) => it.partnership,
  fields: { schema: () => schemaAt(partnershipSchema, ['bodies', 0])!, of: (it) => it.body, except: ['name'] },
  columns: [
    wordColumn('body', 'Body', (it) => it.body.name),
    wordColumn('body-kind', 'Kind', (it) => it.body.kind), // the fact of policy is that of the partnership
    wordColumn('partnership', 'Partnership', (it) => it.partnership?.name ?? 'our own'),
  ],
})
