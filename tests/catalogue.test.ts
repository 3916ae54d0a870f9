import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Stream } from '../src/cli/ports.js'
import type { FieldMeta } from '../src/model/field.js'
import type { Schema } from '../src/model/schema-walk.js'

// A program of this file's own, as other tests must not find the fields that are added here.
vi.resetModules()
const { code, day, flag, list, text } = await import('../src/model/fields.js')
const { partnershipSchema } = await import('../src/model/partnership.js')
const { keysOf, metaAt, schemaAt } = await import('../src/model/schema-walk.js')
const { jsonSchema } = await import('../src/output/json-schema.js')
const { main } = await import('../src/cli/main.js')
afterAll(() => void vi.resetModules())

// Before anything asks for the catalogue: fields that no other file of the program has heard of.
Object.assign(partnershipSchema.shape, {
  'sample-page': text('Website', 'Where the public reads of it.', { reader: 'Where to read of it' }).optional(),
  'host-site': text('Host site', 'Where it is based.').optional(),
  'opened-on': day('Opened on', 'When its doors opened.').optional(),
  pilot: flag('Pilot', 'True while it is tried out.').optional(),
  wards: list('Wards', 'Council wards that it serves.', text('Ward', 'One ward.')),
  'ledger-code': code('Ledger code', 'Its line in the ledger.', { sensitivity: 'board' }).optional(),
  'bank-account': text('Bank account', 'Where its money is.', { sensitivity: 'internal' }).optional(),
})

const folder = mkdtempSync(join(tmpdir(), 'partners-catalogue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const FILE = join(folder, 'partnerships', 'rrp.yaml')
cpSync(join(import.meta.dirname, 'registers', 'riverside'), folder, { recursive: true })
const STATED = `sample-page: https://rrp.example
opened-on: 2024-05-01
pilot: true
wards: [Jericho, Osney]
ledger-code: L-4711
bank-account: 12-34-56 78
`
writeFileSync(FILE, readFileSync(FILE, 'utf8') + STATED)

/** A command of this process, which has the catalogue above, as a user would run it. */
async function run(...args: string[]): Promise<string> {
  const said: string[] = []
  const stream: Stream = { write: (it) => void said.push(String(it)), isTerminal: false, width: 200 }
  const clock = { today: () => '2026-10-31', time: () => '12:00:00', elapsed: () => 0 }
  const env = { PATH: process.env['PATH'] }
  const ports = { cwd: folder, env, stdin: { isTerminal: false }, stdout: stream, stderr: stream, clock }
  await main([...args, ...(args[0] === '__complete' ? [] : ['-r', folder])], ports)
  return said.join('')
}

describe('a field that is new to the catalogue is by itself', () => {
  test('in show and in the page of the partnership', async () => {
    for (const paper of [await run('show', 'rrp'), await run('report', 'partnership', 'rrp')]) {
      expect(paper).toMatch(/Where to read of it:.*https:\/\/rrp\.example/)
      expect(paper).toMatch(/Opened on:.*1 May 2024/)
      expect(paper).toMatch(/Ledger code:.*L-4711/)
      expect(paper).toMatch(/Wards:[^]*Jericho[^]*Osney/)
    }
  })

  test('in the published extract, as far as the public may read it', async () => {
    const paper = await run('report', 'register')
    expect(paper).toContain('**Where to read of it:** https://rrp.example.')
    expect(paper).toContain('**Pilot:** yes.')
    expect(paper).toMatch(/\*\*Wards\*\*\n\n- Jericho\n- Osney/)
    expect(paper).not.toContain('L-4711')
  })

  test('nowhere where nobody may read it', async () => {
    const papers = await Promise.all([
      run('report', 'register'),
      run('show', 'rrp'),
      run('report', 'partnership', 'rrp'),
      run('list', '--columns', 'all'),
    ])
    for (const paper of papers) expect(paper).not.toContain('12-34-56')
  })

  test('a column, and a word for conditions', async () => {
    expect(await run('list', '--columns', 'name,sample-page,wards', '--where', 'pilot=yes')).toMatch(
      /https:\/\/rrp\.example +Jericho, Osney/,
    )
    expect(await run('list', '--where', 'opened-on<2024')).toContain('none of 1 partnership')
    expect(await run('list', '--where', 'host-site=unknown')).toContain('Riverside')
    expect(await run('list', '--help')).toMatch(/partnerships: [^]*ledger-code/)
  })

  test('set, taken out, and told by diff', async () => {
    const change = await run('set', 'rrp', 'host-site', 'Cowley Road', '--dry-run')
    expect(change).toMatch(/\+host-site: Cowley Road/)
    expect(await run('set', 'rrp', 'sample-page', '--unset', '--dry-run')).toMatch(/-sample-page:/)
    const earlier = mkdtempSync(join(tmpdir(), 'partners-catalogue-'))
    cpSync(join(import.meta.dirname, 'registers', 'riverside'), earlier, { recursive: true })
    const said = await run('diff', earlier, folder)
    rmSync(earlier, { recursive: true, force: true })
    expect(said).toMatch(/Website.*https:\/\/rrp\.example/)
  })

  test('completed, and in the JSON Schema that editors and the pages of docs/records read', async () => {
    expect(await run('__complete', 'zsh', '--', 'set', 'rrp', 'host')).toContain('host-site')
    expect(jsonSchema('partnership')).toMatchObject({
      properties: { 'host-site': { description: 'Where it is based.' } },
    })
  })

  test('checked like any other', async () => {
    expect(await run('validate')).not.toMatch(/sample-page|wards|pilot/)
    writeFileSync(FILE, readFileSync(FILE, 'utf8').replace('pilot: true', 'pilot: perhaps'))
    expect(await run('validate')).toContain('"perhaps" is not true or false')
  })
})

/** Every field of a record with its path; those of items and groups among them. */
function fieldsOf(schema: Schema, path = ''): [string, FieldMeta][] {
  const meta = metaAt(schema, [])
  const item = meta?.kind === 'list' || meta?.kind === 'map' ? fieldsOf(schemaAt(schema, [0])!, `${path}[]`) : []
  const keys = (keysOf(schema) ?? []).flatMap((key) => fieldsOf(schemaAt(schema, [key])!, `${path}.${key}`))
  return [...(meta === undefined ? [] : [[path, meta] as [string, FieldMeta]]), ...item, ...keys]
}

test('every entry of the catalogue has a label and a help, and its words are values that it can have', () => {
  for (const [path, { label, help, words = {}, json, kind }] of fieldsOf(partnershipSchema)) {
    expect([path, label === '' || help === '']).toEqual([path, false])
    const values = kind === 'flag' ? ['true', 'false'] : ((json['enum'] as string[] | undefined) ?? ['none'])
    expect([path, Object.keys(words).filter((it) => !values.includes(it))]).toEqual([path, []])
  }
  expect(metaAt(partnershipSchema, [])?.label).toBe('Partnership')
})
