import * as fc from 'fast-check'
import type { SourceFile } from '../src/model/source-file.js'

/** Files of a register, by path. */
export type Files = Readonly<Record<string, string>>

const oneOf = <T extends string>(...values: T[]) => fc.constantFrom(...values)
const maybe = (line: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), line)
const partnershipId = oneOf('a', 'b', 'c', 'd', 'e')
const organisationId = oneOf('us', 'mind', 'trust', 'nobody')
const day = oneOf('2024-01-31', '2025-10-01', '2026-01-15', '2026-09-01', '2027-03-31', '2025/26')

const documents = fc
  .array(
    fc.tuple(
      oneOf('agreement', 'insurance', 'dpia', 'memorandum', 'section-75-agreement', 'dspt'),
      organisationId,
      day,
      day,
      oneOf('', '', '    status: superseded\n', '    status: draft\n'),
    ),
    { maxLength: 3 },
  )
  .map((all) =>
    all.length === 0
      ? ''
      : `documents:\n${all.map(([type, of, signed, expires, status]) => `  - type: ${type}\n    organisation: ${of}\n    signed: ${signed}\n    expires: ${expires}\n${status}`).join('')}`,
  )
const dated = (list: string, rest: string) =>
  fc
    .array(day, { maxLength: 2 })
    .map((all) => (all.length === 0 ? '' : `${list}:\n${all.map((it) => `  - date: ${it}\n${rest}`).join('')}`))
const exceptions = maybe(
  fc
    .tuple(oneOf('review/never', 'document/missing', 'own/named', 'lead/missing'), day)
    .map(([rule, until]) => `exceptions:\n  - rule: ${rule}\n    reason: R\n    by: Board\n    until: ${until}\n`),
)

/** The text of a partnership's file. */
export const partnership = fc
  .tuple(
    oneOf('Alpha', 'Beta', 'Alpha Partnership').map((it) => `name: ${it}\n`),
    oneOf('active', 'ended', 'proposed', 'ending', 'wrong').map((it) => `status: ${it}\n`),
    maybe(oneOf('contract', 'memorandum', 'informal', 'section-75', 'network').map((it) => `kind: ${it}\n`)),
    maybe(partnershipId.map((it) => `parent: ${it}\n`)),
    maybe(fc.constant('lead: Director\n')),
    maybe(day.map((it) => `start: ${it}\n`)),
    maybe(oneOf('2m', '£90k', '$5', 'lots').map((it) => `value:\n  amount: ${it}\n  per: year\n`)),
    maybe(oneOf('true', 'false', 'yes').map((it) => `care: ${it}\n`)),
    maybe(oneOf('personal', 'none', 'special-category').map((it) => `data:\n  level: ${it}\n`)),
    fc
      .uniqueArray(organisationId, { maxLength: 3 })
      .map((all) =>
        all.length === 0 ? '' : `partners:\n${all.map((it) => `  - organisation: ${it}\n    share: 50%\n`).join('')}`,
      ),
    documents,
    dated('reviews', ''),
    dated('assessments', '    governance: green\n    outcomes: R\n'),
    exceptions,
  )
  .map((parts) => parts.join(''))

const organisation = fc
  .tuple(
    oneOf('third-sector', 'nhs-trust', 'company').map((it) => `name: O\nkind: ${it}\n`),
    maybe(fc.tuple(oneOf('mind', 'trust'), day).map(([into, on]) => `merged:\n  into: ${into}\n  on: ${on}\n`)),
    documents,
    maybe(dated('self-assessments', '    status: accepted\n')),
    exceptions,
  )
  .map((parts) => parts.join(''))

const settings = fc
  .tuple(
    maybe(exceptions),
    maybe(fc.constant('financial-year-start: 01-01\n')),
    maybe(fc.constant('severities:\n  lead/missing: off\n')),
  )
  .map((parts) => `schema: 1\norganisation: us\nroles:\n  - title: Director\n${parts.join('')}`)

const policy = oneOf('', 'due-soon: 400 days\n', 'standard:\n  version: "2"\n  from: 2020-01-01\n').map(
  (more) =>
    `extends: nhs-2026\n${more}checks:\n  named:\n    when:\n      kind: contract\n    expect:\n      has: lead\n`,
)

const update = fc
  .tuple(
    oneOf('Update', 'Half-year').map((it) => `as-of: 2026-09-01\ntitle: ${it}\n`),
    maybe(fc.constant('next-steps:\n  - title: Agree\n    owner: Nobody\n    due: 2026-01-15\n')),
    maybe(fc.constant('lead-executive: Stranger\n')),
  )
  .map((parts) => parts.join(''))

const broken = oneOf(
  'name: A\n\tb',
  '[',
  '',
  'name: A\nname: B\nstatus: active\n',
  'status: &a active\nname: *a\n',
  'x: {a: 1,000}\n',
)

/** A file that a register may have, and what stands in it; undefined where it is taken out. */
const file: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(
      partnershipId.map((it) => `partnerships/${it}.yaml`),
      partnership,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      partnershipId.map((it) => `partnerships/other/${it}.yaml`),
      partnership,
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(
      organisationId.map((it) => `organisations/${it}.yaml`),
      organisation,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      partnershipId.map((it) => `partnerships/${it}.yaml`),
      broken,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      oneOf('2026-08', '2026-09').map((it) => `updates/${it}.yaml`),
      update,
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('register.yaml'), settings) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('policy.yaml'), policy) },
)

/** Small registers of all kinds of state, broken ones among them. */
export const someFiles: fc.Arbitrary<Files> = fc
  .tuple(settings, policy, fc.array(file, { minLength: 3, maxLength: 10 }))
  .map(([first, second, rest]) => ({ 'register.yaml': first, 'policy.yaml': second, ...Object.fromEntries(rest) }))

/** What is done to a register: files written, and files taken out. */
export const someEdits = fc.record({
  written: fc.array(file, { minLength: 1, maxLength: 2 }),
  taken: fc.array(partnershipId, { maxLength: 1 }),
})

export const edited = (
  files: Files,
  { written, taken }: { written: (readonly [string, string])[]; taken: string[] },
): Files => ({
  ...Object.fromEntries(
    Object.entries(files).filter(([path]) => !taken.includes(path.replace(/^.*\/(\w+)\.yaml$/, '$1'))),
  ),
  ...Object.fromEntries(written),
})

/** Files as a reader of a folder or of git gives them. */
export const sourcesOf = (files: Files): SourceFile[] =>
  Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
