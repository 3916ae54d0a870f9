import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const AS_OF = ['--as-of', '2026-11-30']
const BASE = {
  'organisations/us.yaml': 'name: Our Trust\nkind: nhs-trust\n',
  'organisations/mind.yaml': 'name: Mind\nkind: third-sector\n',
  'organisations/council.yaml': 'name: Council\nkind: council\n',
}
const partnership = (name: string, ...lines: string[]) =>
  ['status: active', 'kind: grant', 'procurement: none']
    .filter((it) => !lines.some((line) => line.startsWith(`${it.split(':')[0]!}:`)))
    .concat(`name: ${name}`, ...lines, '')
    .join('\n')
const having = (partnerships: Record<string, string>, more: Record<string, string> = {}) =>
  registerOf({
    ...BASE,
    ...Object.fromEntries(Object.entries(partnerships).map(([id, text]) => [`partnerships/${id}.yaml`, text])),
    ...more,
  })
const told = (root: string, ...args: string[]) => runPartners([...args, '-r', root, ...AS_OF]).stdout
const paper = (root: string, name: string, ...more: string[]) => told(root, 'report', name, ...more)

describe('a sum with a period', () => {
  test.each([
    ['for one year of three is that year’s', 'amount: 12m\n  per: total\n  period: 2024/25', '2027-03-31', '£12m'],
    [
      'for five years with the options is over the five',
      'amount: 5m\n  per: total\n  period: 2024-04-01/2029-03-31',
      '2027-03-31',
      '£1m',
    ],
    ['needs no end of the partnership', 'amount: 12m\n  per: total\n  period: 2024/25', 'none', '£12m'],
  ])('%s', (_, value, end, said) => {
    const root = having({
      alpha: partnership('Alpha', 'start: 2024-04-01', `end: ${end}`, `value:\n  ${value}\n  direction: pooled`),
    })
    expect(paper(root, 'register')).toContain(`- **pooled:** ${said}\n`)
    expect(told(root, 'list', '--columns', 'annual-value')).toContain(`${said}\n`)
    expect(told(root, 'validate', '--rule', 'value/total-without-term', '-q')).not.toContain('counts whole')
  })
})

test('a sum that was divided is about so much, is added to the penny, and stays to the penny in JSON', () => {
  const third = partnership(
    'Third',
    'start: 2024-04-01',
    'end: 2027-03-31',
    'value: { amount: 2m, per: total, direction: spend }',
  )
  const root = having({ one: third, two: third.replace('Third', 'Other third') })
  expect(paper(root, 'register')).toContain('- **money out:** about £1.33m\n')
  expect(paper(root, 'register')).toContain('| about £667,000 |')
  const { totals } = JSON.parse(paper(root, 'register', '--data')) as { totals: { total: { atMost: object } }[] }
  expect(totals[0]!.total.atMost).toMatchObject({ pence: 133_333_334 })
  expect(told(root, 'show', 'one')).not.toContain('666,666')
  expect(told(root, 'show', 'one')).toContain('annual value is about £667,000')
})

describe('a sum in another currency', () => {
  const root = having({
    alpha: partnership('Alpha', 'value: { amount: "€1,500,000", per: year, direction: income }'),
    beta: partnership('Beta', 'value: { amount: 2m, per: year, direction: income }'),
  })
  test.each([
    ['board-update', 'Their value a year: £2m (1 in another currency left out: Alpha), money in.'],
    ['register', '- **money in:** £2m (1 in another currency left out: Alpha)'],
    ['concentration', 'Total yearly value: £2m (1 in another currency left out: Alpha)'],
  ])('is in no total, and named: %s', (name, words) => expect(paper(root, name)).toContain(words))

  test('is told in its own, in paper and list, and gives no points', () => {
    expect(paper(root, 'register')).toContain('| €1.5m |')
    expect(told(root, 'list', '--columns', 'name,annual-value')).toMatch(/Alpha +€1\.5m/)
    expect(told(root, 'show', 'alpha')).toContain('annual value is not known')
    expect(told(root, 'validate')).not.toContain('no value is stated')
  })

  test('is told in its own in what a change means', () => {
    const before = having({ alpha: partnership('Alpha', 'value: { amount: 1m, per: year, direction: income }') })
    expect(runPartners(['diff', before, root, ...AS_OF]).stdout.replace(/\s+/g, ' ')).toContain(
      'changed from £1m a year to €1.5m a year',
    )
  })

  test('alone makes no sum of nothing', () => {
    const only = having({
      alpha: partnership('Alpha', 'value: { amount: "€1,500,000", per: year, direction: income }'),
    })
    expect(paper(only, 'board-update')).toContain('none (1 in another currency left out: Alpha)')
    expect(paper(only, 'board-update')).not.toContain('£0')
  })
})

test('reasons are told in the currency of the register', () => {
  const root = having(
    {
      alpha: partnership(
        'Alpha',
        'kind: contract',
        'start: 2024-04-01',
        'value: { amount: 1.25m, per: year, direction: spend }',
      ),
    },
    { 'register.yaml': 'schema: 1\norganisation: us\ncurrency: USD\n' },
  )
  for (const args of [
    ['show', 'alpha'],
    ['due', '--because'],
    ['report', 'evidence'],
    ['report', 'documents'],
  ])
    expect([args, told(root, ...args)]).toEqual([args, expect.not.stringContaining('£')])
  expect(told(root, 'show', 'alpha').replace(/\s+/g, ' ')).toContain('annual value is $1.25m')
})

describe('a proposal', () => {
  const root = having({
    runs: partnership(
      'Runs',
      'value: { amount: 2m, per: year, direction: spend }',
      'risks: [{ title: Fire, likelihood: 4, consequence: 4 }]',
    ),
    dream: partnership(
      'Big Dream',
      'status: proposed',
      'value: { amount: 500m, per: year, direction: spend }',
      'partners: [{ organisation: us }, { organisation: mind }]',
    ),
  })
  test.each(['board-update', 'register', 'concentration'])('is in no count and no total: %s', (name) => {
    const text = paper(root, name)
    expect(text).toContain(
      '1 proposal is not counted, as nothing is agreed yet; the value proposed is £500m a year (money out).',
    )
    expect(text.replaceAll('proposed is £500m', '').replaceAll(/^\|.*Big Dream.*|^- \*\*Value:.*/gm, '')).not.toContain(
      '500m',
    )
    expect(text).toMatch(/\b1 partnership\b/)
  })

  test('is not in the list of those that are worth a million', () => {
    expect(paper(root, 'board-update')).toContain('Of these, 1 is worth £1m a year or more.')
    expect(paper(root, 'board-update')).toContain('| **Big Dream**, only proposed |')
  })

  test('is told apart where it is looked at', () => {
    for (const name of ['risk', 'documents', 'evidence']) expect(paper(root, name)).toContain('(1 proposal among them)')
    expect(paper(root, 'review')).toContain('Proposed only: Big Dream.')
    expect(told(root, 'status')).toContain('1 (1 active); by tier: 1 major; not counted: 1 proposed')
    expect(told(root, 'list')).toContain('2 partnerships (including 1 proposed, not counted in papers)')
    expect(told(root, 'list', 'organisations', '--where', 'id=mind', '--format', 'json')).toContain('"partnerships": 0')
  })

  test('is what new writes, and says', () => {
    const fresh = having({})
    const { stdout } = runPartners(['new', 'Virtual Ward', '--kind', 'pilot', '-r', fresh])
    expect(stdout).toContain('Its status is proposed, and papers do not count proposals')
    const active = runPartners(['new', 'Old Ward', '--kind', 'pilot', '--status', 'active', '-r', fresh])
    expect(active.stdout).toContain('Its status is active.')
  })
})

test('where no value is stated, none is printed', () => {
  const root = having({
    allotment: partnership('Allotment', 'kind: informal'),
    free: partnership('Free', 'value: { amount: 0 }'),
    unsure: partnership('Unsure'),
  })
  expect(paper(root, 'register')).toContain('| none stated, as informal |')
  expect(paper(root, 'concentration')).not.toContain('£0')
  const update = paper(root, 'board-update')
  for (const row of ['| Free | £0 |', '| Allotment | not recorded |', '| Unsure | not recorded |'])
    expect(update).toContain(row)
  expect(paper(root, 'board-update')).not.toContain('whether money comes in or goes out')
  expect(told(root, 'list', '--columns', 'name,annual-value')).toMatch(/Allotment +none stated/)
})

describe('a share that is not recorded', () => {
  const root = having({
    alliance: partnership(
      'Alliance',
      'value: { amount: 34m, basis: just-under, per: year, direction: income }',
      'partners: [{ organisation: us }, { organisation: mind }, { organisation: council }]',
    ),
    hub: partnership(
      'Hub',
      'value: { amount: 1m, per: year, direction: income }',
      'partners: [{ organisation: us }, { organisation: council }]',
    ),
    pool: partnership(
      'Pool',
      'value: { amount: 40m, per: year, direction: pooled }',
      'partners: [{ organisation: us, pays: 30m }, { organisation: council, pays: 10m }, { organisation: mind }]',
    ),
  })
  const text = paper(root, 'concentration')
  test('is neither nothing nor all, and outside the ranking', () => {
    expect(text).toContain('\n- Mind (of nearly £34m)\n')
    expect(text).not.toContain('| Mind | £')
    expect(text).toContain('| Council | £1m; share not recorded (of nearly £34m) |')
    expect(text.indexOf('| Council | £1m')).toBeLessThan(text.indexOf('\n- Mind (of'))
  })
  test('is not needed of whoever says what it pays, or is the one other partner', () => {
    expect(text).toContain('| Council | £10m | 25% | contribution: 1 partnership |')
    expect(text).toContain('all: 1 partnership')
  })
})

describe('what is confidential', () => {
  const root = having(
    {
      secret: partnership(
        'Secret Ward',
        'confidential: true',
        'lead: Chief',
        'end: 2027-03-31',
        'value: { amount: 2m, per: year, direction: spend }',
        'partners: [{ organisation: us }, { organisation: mind }]',
        'bodies: [{ id: board, name: Ward Board }]',
        'risks: [{ title: Fire, likelihood: 4, consequence: 4 }]',
      ),
      open: partnership('Open Ward', 'value: { amount: 1m, per: year, direction: spend }'),
    },
    { 'register.yaml': 'schema: 1\norganisation: us\nroles: [{ title: Chief }]\n' },
  )
  const NOTICE = '**Not for publication:** the register marks as confidential Secret Ward.'
  test.each(['board-update', 'review', 'concentration', 'governance', 'risk', 'documents', 'evidence'])(
    'is told under the title of a paper that names it: %s',
    (name) => {
      const lines = paper(root, name).split('\n')
      expect([lines[0]!.startsWith('# '), lines[2]]).toEqual([true, NOTICE])
    },
  )
  test('is left out of the extract, which says so, and of what does not name it', () => {
    expect(paper(root, 'register')).not.toContain('Secret')
    expect(paper(root, 'register')).toContain('1 confidential partnership is left out')
    expect(paper(root, 'partnership', 'open')).not.toContain('Not for publication')
  })
  test('is told in an own template, too', () => {
    const own = having(
      { secret: partnership('Secret Ward', 'confidential: true') },
      { 'templates/board-update.md.hbs': '# Mine\n\n{{#each partnerships}}{{name}}{{/each}}\n' },
    )
    expect(paper(own, 'board-update')).toContain(NOTICE)
  })
  test('is marked in a calendar', () => {
    const events = told(root, 'due', '--format', 'ics').split('BEGIN:VEVENT').slice(1)
    const secret = events.filter((it) => it.includes('Secret Ward'))
    expect(secret.length).toBeGreaterThan(0)
    expect(events.filter((it) => it.includes('CLASS:CONFIDENTIAL'))).toEqual(secret)
  })
  test('is told in the comment of a pull request', () => {
    const before = having({})
    const { stdout } = runPartners(['diff', before, root, '--format', 'markdown', ...AS_OF])
    expect(stdout.split('\n').slice(0, 5)).toContain(NOTICE)
  })
})

describe('parts of a whole that ends', () => {
  const root = having({
    whole: partnership('Whole', 'end: 2027-03-31', 'value: { amount: 2m, per: year, direction: spend }'),
    part: partnership('Part', 'parent: whole'),
  })
  test('are told by end, and are no partnerships of their own without a word', () => {
    const { stdout } = runPartners(['end', 'whole', '--on', '2026-11-01', '-r', root])
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '1 part of it has not ended: Part (part). End it as well, as in partners end part --on 2026-11-01',
    )
    expect(readFileSync(join(root, 'partnerships/part.yaml'), 'utf8')).toContain('parent: whole')
    const words = '1 of them is a part of a partnership that has ended.'
    expect(paper(root, 'register')).toContain(words)
    expect(paper(root, 'board-update')).toContain('1 is a part of a partnership that has ended.')
    expect(told(root, 'status').replace(/\s+/g, ' ')).toContain('1 of them a part of one that has ended')
    expect(told(root, 'validate')).toContain('Whole has ended')
  })
})

test('what is needed now says what it counts, alike in status and due', () => {
  const root = having({ a: partnership('A', 'kind: contract') })
  const said = /\d+ needed now \((?:\d+ documents?, )?\d+ reviews? (?:and|or) assessments?\)/
  const [due] = said.exec(told(root, 'due').replace(/\s+/g, ' ')) ?? []
  expect(due).toBeDefined()
  expect(told(root, 'status').replace(/\s+/g, ' ')).toContain(due)
})

test('the review says that the most significant come first only where there are such', () => {
  const order = 'The most significant come first'
  const same = having({ a: partnership('A'), b: partnership('B') })
  expect(paper(same, 'review')).toContain('They are alphabetical')
  expect(paper(same, 'review')).not.toContain(order)
  const ranked = having({ a: partnership('A'), b: partnership('B', 'value: { amount: 9m, per: year }') })
  expect(paper(ranked, 'review')).toContain(order)
})
