import { expect, test } from 'vitest'
import { registerOf } from '../make-register.js'
import { runPartners } from '../run-partners.js'

const partnership = (name: string, partners: readonly string[], more = '') =>
  `name: ${name}\nstatus: active\nstart: 2020-01-01\n${more}partners:\n${['us', ...partners].map((it) => `  - organisation: ${it}\n`).join('')}`
const body = (name: string, kind: string, more = '') => `name: ${name}\nkind: ${kind}\n${more}`
const signed = (version: string, agreed = '2026-01-31') => `standard:\n  version: "${version}"\n  agreed: ${agreed}\n`

const FILES = {
  'register.yaml': 'schema: 1\norganisation: us\nas-of: 2026-09-30\n',
  'policy.yaml': 'standard:\n  version: "2.0"\n  from: 2026-01-01\n',
  'organisations/us.yaml': body('Harbour Trust', 'nhs-trust', signed('2.0')),
  'organisations/mind.yaml': body('Riverside Mind', 'third-sector', signed('2.0')),
  'organisations/age.yaml': body('Age Harbour', 'third-sector', signed('1.0')),
  'organisations/late.yaml': body('Late Signers', 'company', signed('2.0', '2026-10-01')),
  'organisations/cqc.yaml': body('The Regulator', 'regulator'),
  'organisations/hidden.yaml': body('Hidden Partner', 'company', signed('2.0')),
  'organisations/idle.yaml': body('Partner of nothing', 'company', signed('2.0')),
  'partnerships/one.yaml': partnership('One', ['mind', 'age', 'cqc'], signed('2.0')),
  'partnerships/two.yaml': partnership('Two', ['mind', 'late']),
  'partnerships/part.yaml': partnership('Part of two', ['mind'], `parent: two\n${signed('2.0')}`),
  'partnerships/secret.yaml': partnership('Secret', ['hidden'], `confidential: true\n${signed('2.0')}`),
  'partnerships/over.yaml': partnership('Over', ['mind'], signed('2.0')).replace('active', 'ended'),
}
const paper = (name: string, files: Readonly<Record<string, string>> = FILES) => {
  const { code, stdout } = runPartners(['report', name, '--trace', '-r', registerOf(files)])
  expect(code).toBe(0)
  return stdout
}

test.each(['board-update', 'documents'])('%s counts who has signed the standard, each signer once', (name) => {
  expect(paper(name)).toContain(
    'The partnership standard (version 2.0) is signed by 3 of 4 partners and in 2 of 3 partnerships. 1 of these signatures is of an older version.',
  )
})

test('the register leaves confidential partnerships, and who is only in these, out of the count', () => {
  const text = paper('register')
  expect(text).toContain('is signed by 2 of 3 partners and in 1 of 2 partnerships.')
  expect(text).not.toMatch(/Hidden|Secret/)
})

test('the trace names who has signed', () => {
  expect(paper('documents')).toMatch(
    /\*\*3:\*\* partners of them that have signed the partnership standard.*Age Harbour.*Hidden Partner.*Riverside Mind/s,
  )
})

test.each(['board-update', 'documents', 'register'])('%s does not speak of a standard that there is not', (name) => {
  const { 'policy.yaml': _, ...files } = FILES
  expect(paper(name, files)).not.toContain('standard is signed')
})
