import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runLine } from './run-line.js'
import { ROOT } from './run-partners.js'

// docs/adopting.md, done step by step: what its blocks run is run, what they print is compared, and their YAML is written.

const work = mkdtempSync(join(tmpdir(), 'partners-adopting-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const PAGE = readFileSync(join(ROOT, 'docs', 'adopting.md'), 'utf8')
const blocks = (kind: string) =>
  [...PAGE.matchAll(/```(\w+)\n([^]*?)```/g)].flatMap(([, of, text]) => (of === kind ? [text!] : []))
const sessions = blocks('console')
const [roles, aliases, severities, policy, exceptions, reviews] = blocks('yaml') as [
  string,
  string,
  string,
  string,
  string,
  string,
]

const folder = join(work, 'trust')
const inRegister = (file: string) => join(folder, 'register', file)
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(inRegister(file), change(readFileSync(inRegister(file), 'utf8')))
const add = (file: string, text: string) => appendFileSync(inRegister(file), text)
const partnerships = () => readdirSync(inRegister('partnerships')).map((it) => `partnerships/${it}`)

function run(command: string): string {
  const { stdout, stderr } = runLine(command, folder)
  return stdout + stderr
}

/** Runs the commands of a block, and compares what each prints; a line … stands for any number of lines. */
function follow(session: string): void {
  for (const part of session.split(/^\$ /m).slice(1)) {
    const [command = '', ...lines] = part.split('\n')
    const expected = lines.map((it) => (it === '…' ? '(?:.*\\n)*?' : `${it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`))
    expect([command, run(command)]).toEqual([
      command,
      expect.stringMatching(new RegExp(`^${expected.join('').slice(0, -2)}`)),
    ])
  }
}

test('the page on adoption shows what really happens', () => {
  cpSync(join(ROOT, 'examples', 'adopting'), folder, { recursive: true })
  run('git init -q -b main')
  expect(sessions).toHaveLength(8)

  follow(sessions[0]!)
  goBackTo('2026-11-24')
  follow(sessions[1]!)
  follow(sessions[2]!)
  fixWhatCannotBeRead()

  edit('register.yaml', (text) => text.replace(/roles:\n(?: .*\n)*/, roles))
  rmSync(inRegister('organisations/harbour-homes-limited.yaml'))
  add('organisations/harbour-homes-ltd.yaml', aliases)
  for (const file of partnerships()) edit(file, (text) => text.replace('harbour-homes-limited', 'harbour-homes-ltd'))
  follow(sessions[3]!)

  add('register.yaml', severities)
  add('policy.yaml', policy)
  add('partnerships/carers-support-harbour.yaml', exceptions)
  follow(sessions[4]!)
  add('partnerships/befriending-south.yaml', reviews)
  follow(sessions[5]!)
  follow(sessions[6]!)
  follow(sessions[7]!)
})

/** The day that the page was written on. */
function goBackTo(day: string): void {
  const [update] = readdirSync(inRegister('updates'))
  edit(`updates/${update}`, (text) => text.replace(/as-of: .*/, `as-of: ${day}`))
  renameSync(inRegister(`updates/${update}`), inRegister(`updates/${day.slice(0, 7)}.md`))
  add('register.yaml', `as-of: ${day}\n`)
}

/** As the findings say. */
function fixWhatCannotBeRead(): void {
  for (const file of partnerships())
    edit(file, (text) => {
      const open = /value:\n {2}per: year\n {2}amount: "(tbc|see contract)"\n {2}direction: .*\n/.exec(text)
      const fixed = text
        .replace(/amount: "(?:c\.|approx) (.*)"/, 'amount: $1\n  basis: approximate')
        .replace(/amount: "(.*) pa"/, 'amount: $1')
        .replace('amount: "£1.2m - £1.5m"', 'amount: 1.5m\n  basis: up-to')
        .replace('"2027-02-31"', '2027-02-28')
      if (open === null) return fixed
      const unknown = fixed.includes('unknown:\n') ? fixed : `${fixed}unknown:\n`
      return unknown.replace(open[0], '').replace('unknown:\n', `unknown:\n  value: "Sheet: ${open[1]}"\n`)
    })
  edit('partnerships/no-name.yaml', (text) => `name: Harbour Crisis Line\n${text}`)
  renameSync(inRegister('partnerships/no-name.yaml'), inRegister('partnerships/harbour-crisis-line.yaml'))
}

test('the script has thirty lines and writes over nothing', () => {
  expect(
    readFileSync(join(ROOT, 'examples/adopting/from-csv.mjs'), 'utf8').trimEnd().split('\n').length,
  ).toBeLessThanOrEqual(30)
  const before = readFileSync(inRegister('partnerships/befriending-south.yaml'), 'utf8')
  run('node from-csv.mjs partnerships.csv register')
  expect(readFileSync(inRegister('partnerships/befriending-south.yaml'), 'utf8')).toBe(before)
})
