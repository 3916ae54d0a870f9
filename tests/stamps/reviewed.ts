import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runPartners } from '../run-partners.js'
import { builtOnce, committed } from '../source/repository.js'
import { tempFolder } from '../source/temp-folder.js'
import { stamp } from './stamped.js'

export const RIVERSIDE = `name: Riverside Recovery
status: active
kind: contract
lead: Service Manager
sponsor: Chief Operating Officer
parent: alliance
start: 2024-04-01
end: 2029-03-31
notice: 6 months
value:
  amount: 8m
  per: year
  direction: income
data:
  level: none
partners:
  - organisation: us
    share: 60%
  - organisation: mind
    share: 40%
documents:
  - type: agreement
    signed: 2024-03-20
    expires: 2029-03-31
reviews:
  - date: 2026-09-30
    by: Quality Committee
`

const FILES = {
  'register.yaml':
    'schema: 1\norganisation: us\nas-of: 2026-10-31\nroles:\n  - title: Service Manager\n  - title: Chief Operating Officer\n    aliases: [COO]\n',
  'policy.yaml': 'extends: nhs-2026\n',
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'organisations/mind.yaml': 'name: Riverside Mind\nkind: third-sector\n',
  'organisations/icb.yaml': 'name: The ICB\nkind: icb\n',
  'partnerships/alliance.yaml': 'name: The Alliance\nstatus: active\nlead: Service Manager\ncare: true\n',
  'partnerships/riverside.yaml': RIVERSIDE,
}

/** A register below the top of a repository, with a stamped review, committed. */
export async function reviewed(more: Readonly<Record<string, string>> = {}): Promise<{ top: string; root: string }> {
  const key = JSON.stringify(more)
  let copy = histories.get(key)
  if (copy === undefined) {
    const built = unstampedIn(more)
    await stamp(join(built, 'care/register'), 'riverside')
    committed(built, 'a review')
    histories.set(key, (copy = builtOnce(() => built)))
  }
  const top = copy()
  return { top, root: join(top, 'care/register') }
}

/** What is built already, by the files that it has more. */
const histories = new Map<string, () => string>()

export function unstampedIn(more: Readonly<Record<string, string>> = {}): string {
  const files = Object.entries({ ...FILES, ...more })
  return tempFolder(Object.fromEntries(files.map(([path, text]) => [`care/register/${path}`, text])))
}

export function edit(root: string, file: string, ...changes: (readonly [string, string])[]): void {
  let text = readFileSync(join(root, file), 'utf8')
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  writeFileSync(join(root, file), text)
}
export const PARTNERSHIP = 'partnerships/riverside.yaml'

export interface Found {
  code: string
  severity: string
  message: string
  file: string
  line: number
}
export function validate(root: string, args: readonly string[] = [], env: Record<string, string> = {}): Found[] {
  const run = runPartners(['validate', '-r', root, '--format', 'json', ...args], { cwd: root, env })
  expect(run.stderr).toBe('')
  return (JSON.parse(run.stdout) as { findings: Found[] }).findings
}
/** What is found of reviews and stamps: `code: message`. */
export const told = (root: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
  validate(root, args, env)
    .filter(({ code }) => /^review\/(?:changed|suspect|newer)|^baseline/.test(code))
    .map(({ code, message }) => `${code}: ${message}`)

export const VALUE = ['amount: 8m', 'amount: 8.6m'] as const
export const TOLD_VALUE =
  'review/changed-since: since the review of 30 September 2026: value rose from £8m a year to £8.6m a year (+£600,000, +7.5%)'
export const ONLY_CHANGED = 'review/changed-since: the entry has changed since the review of 30 September 2026'
