import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runPartners } from '../run-partners.js'
import { change, harbour, RIVERSIDE } from './harbour.js'

const OLD = `documents:
- type: agreement
  version: "1" # as printed
  parties: [mind]
  signed-by: [Service Manager]
  signed: 2024-04-01
  expires: 2026-03-31
  link: https://x/old.pdf
  sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  seen-by: Service Manager
  seen-on: 2024-05-01
`
const withDocuments = (documents: string) =>
  harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace('risks:\n', `${documents}risks:\n`) })
const record = (root: string, ...args: string[]) => change(root, 'record', 'document', 'rrp', ...args)
const RENEWAL = ['--type', 'agreement', '--signed', '2026-04-01', '--expires', '2028-03-31']
const documentsIn = (text: string) => (parse(text) as { documents: Record<string, unknown>[] }).documents

describe('a document that is renewed', () => {
  test('keeps the old entry as superseded with all that bore it out, and begins a new one', () => {
    const { code, stdout, file } = record(withDocuments(OLD), ...RENEWAL, '--link', 'https://x/new.pdf')
    expect(code).toBe(0)
    expect(documentsIn(file())).toEqual([
      {
        ...(parse(OLD) as { documents: object[] }).documents[0],
        status: 'superseded',
      },
      { type: 'agreement', signed: '2026-04-01', expires: '2028-03-31', link: 'https://x/new.pdf' },
    ])
    expect(file()).toContain('version: "1" # as printed')
    expect(stdout).toContain('is renewed: ')
    expect(stdout).toContain(
      'The new entry does not state what the old one did: version, parties, signed by, SHA-256, seen by and seen on.',
    )
  })

  test('tells the auditor of each paper by its own, and of the old one as history', () => {
    const root = withDocuments(OLD)
    record(root, ...RENEWAL)
    const { stdout } = runPartners(['report', 'evidence', '--id', 'rrp', '-r', root])
    expect(stdout).toMatch(
      /\| Agreement or contract \| the partnership \| in force until 31 March 2028 \| signed on 1 April 2026 \|/,
    )
    expect(stdout).toMatch(
      /\| Agreement or contract \| replaced by a newer one[^|]* \| version 1; signed on 1 April 2024 .* checksum e3b0/,
    )
    for (const command of [['validate', '--as-of', '2026-09-30'], ['due']])
      expect(runPartners([...command, '-r', root]).stdout).not.toContain('expired')
  })

  test('replaces the old one where that is wanted', () => {
    const { file } = record(withDocuments(OLD), ...RENEWAL, '--replace')
    expect(documentsIn(file())).toEqual([{ type: 'agreement', signed: '2026-04-01', expires: '2028-03-31' }])
    expect(record(withDocuments(''), ...RENEWAL, '--replace').stderr).toContain('has no agreement to replace')
  })

  test('can be renewed again, and each old one is named by type and day', () => {
    const root = withDocuments(OLD)
    record(root, ...RENEWAL)
    record(root, '--type', 'agreement', '--signed', '2026-09-01', '--expires', 'none')
    expect(change(root, 'set', 'rrp', 'documents[agreement].link', 'https://x/third.pdf').code).toBe(0)
    expect(change(root, 'set', 'rrp', 'documents[agreement 2024-04-01].note', 'Kept in the archive.').code).toBe(0)
    const { file } = change(root, 'set', 'rrp', 'documents[agreement 2026-04-01].note', 'Scanned.')
    expect(documentsIn(file()).map((it) => [it['signed'], it['status'], it['link'], it['note']])).toEqual([
      ['2024-04-01', 'superseded', 'https://x/old.pdf', 'Kept in the archive.'],
      ['2026-04-01', 'superseded', undefined, 'Scanned.'],
      ['2026-09-01', undefined, 'https://x/third.pdf', undefined],
    ])
    expect(runPartners(['validate', '--rule', 'register/same-item', '-r', root]).stdout).not.toContain('same-item')
  })

  test('that nobody signs is renewed by a later end', () => {
    const root = withDocuments(
      'documents:\n- type: insurance\n  organisation: mind\n  expires: 2026-03-31\n  sha256: abc\n',
    )
    const { file } = record(root, '--type', 'insurance', '--organisation', 'mind', '--expires', '2027-03-31')
    expect(documentsIn(file())).toEqual([
      { type: 'insurance', organisation: 'mind', expires: '2026-03-31', sha256: 'abc', status: 'superseded' },
      { type: 'insurance', organisation: 'mind', expires: '2027-03-31' },
    ])
  })

  test('takes its title along', () => {
    const root = withDocuments('documents:\n- type: agreement\n  title: Main contract\n  signed: 2024-04-01\n')
    const { file } = record(root, '--type', 'agreement', '--signed', '2026-04-01')
    expect(documentsIn(file())[1]).toEqual({ type: 'agreement', title: 'Main contract', signed: '2026-04-01' })
  })
})

describe('a document that is no other paper', () => {
  test.each([
    ['a draft that is signed', 'status: draft', ['--signed', '2026-04-01'], { signed: '2026-04-01' }],
    ['one whose day of signature is found', 'status: signed', ['--signed', '2020-04-01'], { signed: '2020-04-01' }],
    [
      'one that is extended',
      'signed: 2024-04-01',
      ['--expires', '2030-03-31'],
      { signed: '2024-04-01', expires: '2030-03-31' },
    ],
    [
      'one that is seen',
      'signed: 2024-04-01',
      ['--seen-by', 'Service Manager'],
      { signed: '2024-04-01', 'seen-by': 'Service Manager' },
    ],
    ['one whose day is known better', 'signed: 2024', ['--signed', '2024-04-01'], { signed: '2024-04-01' }],
  ])('changes its entry: %s', (_, old, args, expected) => {
    const { file } = record(withDocuments(`documents:\n- type: agreement\n  ${old}\n`), '--type', 'agreement', ...args)
    expect(documentsIn(file())).toEqual([{ type: 'agreement', ...expected }])
  })

  test('is refused where its day is before that of the one that is there', () => {
    const { code, stderr } = record(
      withDocuments(OLD),
      '--type',
      'agreement',
      '--signed',
      '2023-01-01',
      '--expires',
      'none',
    )
    expect(code).toBe(2)
    expect(stderr).toContain('partners set rrp "documents[agreement].signed" 2023-01-01')
  })
})

test('a comparison tells that the old one was replaced and the new one added', () => {
  const [before, after] = [withDocuments(OLD), withDocuments(OLD)]
  record(after, ...RENEWAL)
  const { stdout } = runPartners(['diff', before, after, '--as-of', '2026-09-30'])
  expect(stdout).toContain('Agreement or contract is replaced by a newer one')
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Agreement or contract was added: in force until 31 March 2028; signed on 1 April 2026',
  )
  expect(stdout).not.toContain('Day of signature')
})
