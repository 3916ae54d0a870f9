import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { committed, git } from '../source/repository.js'
import { edit, ONLY_CHANGED, PARTNERSHIP, reviewed, RIVERSIDE, told, TOLD_VALUE, validate, VALUE } from './reviewed.js'
import { stamp } from './stamped.js'

/** Runs a command that changes the register. */
function change(root: string, ...args: string[]): void {
  const run = runPartners([...args, '-r', root], { cwd: root })
  expect([run.code, run.stderr]).toEqual([0, ''])
}
const doubt = (why: string) => `review/suspect: the review of 30 September 2026 is in doubt: ${why}`
const since = (what: string) => `review/changed-since: since the review of 30 September 2026: ${what}`
const NO_GIT = { PATH: '/nonexistent' }

describe('a partner that went into another organisation by partners organisation merge', () => {
  const merge = (root: string, ...ids: string[]) =>
    change(root, 'organisation', 'merge', ...ids, '--into', 'icb', '--on', '2026-10-01')
  const WENT = doubt('its partner Riverside Mind was merged into The ICB on 1 October 2026')

  test('puts the review in doubt, and is no change of the entry besides', async () => {
    const { top, root } = await reviewed()
    merge(root, 'mind')
    expect(readFileSync(join(root, PARTNERSHIP), 'utf8')).toContain('organisation: icb')
    expect(told(root, [], NO_GIT)).toEqual([WENT])
    committed(top)
    expect(told(root)).toEqual([WENT])
    edit(root, PARTNERSHIP, VALUE)
    expect(told(root).sort()).toEqual([TOLD_VALUE, WENT].sort())
  })

  test('together with another one puts it in doubt for both, and their places became one', async () => {
    const { root } = await reviewed({
      'organisations/bridge.yaml': 'name: The Bridge\nkind: third-sector\n',
      [PARTNERSHIP]: RIVERSIDE.replace(
        '    share: 40%\n',
        '    share: 30%\n  - organisation: bridge\n    share: 10%\nbodies:\n  - id: board\n    name: Board\n    members: [us, mind, bridge]\n',
      ),
    })
    merge(root, 'mind', 'bridge')
    const both = ['The Bridge', 'Riverside Mind'].map(
      (it) => `its partner ${it} was merged into The ICB on 1 October 2026`,
    )
    expect(told(root)).toEqual([since('share of partner “The ICB” changed from 10% to 40%'), doubt(both.join('; '))])
  })

  test('that was a partner already, or is our own organisation, takes its place', async () => {
    const shared = RIVERSIDE.replace('    share: 40%\n', '    share: 30%\n  - organisation: icb\n    share: 10%\n')
    const { root } = await reviewed({ [PARTNERSHIP]: shared })
    merge(root, 'mind')
    expect(told(root)).toEqual([since('share of partner “The ICB” changed from 10% to 40%'), WENT])
    const ours = await reviewed()
    change(ours.root, 'organisation', 'merge', 'mind', '--into', 'us', '--on', '2026-10-01')
    expect(told(ours.root).at(-1)).toBe(doubt('its partner Riverside Mind was merged into Us on 1 October 2026'))
  })
})

describe('another id that partners rename gave', () => {
  test('to our own organisation is no change, and what changed besides is told', async () => {
    const { top, root } = await reviewed()
    change(root, 'rename', 'us', 'we')
    expect(readFileSync(join(root, PARTNERSHIP), 'utf8')).toContain('organisation: we')
    expect(told(root, [], NO_GIT)).toEqual([])
    committed(top)
    edit(root, PARTNERSHIP, VALUE)
    expect(told(root)).toEqual([TOLD_VALUE])
  })

  test.each([true, false])('to a partner that changes as well puts the review in doubt (committed: %s)', async (is) => {
    const { top, root } = await reviewed()
    change(root, 'rename', 'mind', 'river-mind')
    if (is) committed(top)
    edit(root, 'organisations/river-mind.yaml', ['kind: third-sector', 'kind: company'])
    expect(told(root)).toEqual([
      doubt('its partner Riverside Mind changed (organisation kind changed from “third sector” to company)'),
    ])
  })

  test.each([true, false])('to the whole is no change when that changes, too (committed: %s)', async (is) => {
    const { top, root } = await reviewed()
    change(root, 'rename', 'alliance', 'great-alliance')
    if (is) committed(top)
    expect(told(root)).toEqual([])
    edit(root, 'partnerships/great-alliance.yaml', ['care: true', 'care: false'], ['The Alliance', 'Great Alliance'])
    expect(told(root)).toEqual([
      doubt(
        'The Alliance, which it is a part of, changed (name changed from “The Alliance” to “Great Alliance”; care changed from yes to no)',
      ),
    ])
  })

  test('to the whole of several, of which one was never committed as it was reviewed', async () => {
    const { top, root } = await reviewed()
    writeFileSync(join(root, 'partnerships/second.yaml'), RIVERSIDE.replace('Riverside Recovery', 'Second'))
    await stamp(root, 'second')
    edit(root, 'partnerships/second.yaml', ['notice: 6 months', 'notice: 9 months'])
    committed(top)
    change(root, 'rename', 'alliance', 'great-alliance')
    committed(top)
    edit(root, 'partnerships/great-alliance.yaml', ['care: true', 'care: false'])
    const why = doubt('The Alliance, which it is a part of, changed (care changed from yes to no)')
    expect(told(root).filter((it) => it.startsWith('review/suspect'))).toEqual([why, why])
  })

  test('twice to the whole, and once to the partnership itself, uncommitted', async () => {
    const { top, root } = await reviewed()
    change(root, 'rename', 'alliance', 'second')
    committed(top)
    change(root, 'rename', 'second', 'third')
    committed(top)
    change(root, 'rename', 'riverside', 'recovery')
    edit(root, 'partnerships/third.yaml', ['care: true', 'care: false'])
    edit(root, 'partnerships/recovery.yaml', VALUE)
    expect(told(root)).toEqual([
      TOLD_VALUE,
      doubt('The Alliance, which it is a part of, changed (care changed from yes to no)'),
    ])
  })
})

test('a whole or partner whose place another one took is called by its name', async () => {
  const { root } = await reviewed({
    'partnerships/other.yaml': 'name: The Other\nstatus: active\nlead: Service Manager\ncare: true\n',
  })
  rmSync(join(root, 'organisations/mind.yaml'))
  rmSync(join(root, 'partnerships/alliance.yaml'))
  edit(root, PARTNERSHIP, ['organisation: mind', 'organisation: icb'], ['parent: alliance', 'parent: other'])
  const [found] = told(root)
  expect(found).toContain('parent changed from “The Alliance” to “The Other”')
  expect(found).toContain('changed from “Riverside Mind” to “The ICB”')
})

test('a partner that has another name is called as it was', async () => {
  const { root } = await reviewed()
  edit(root, 'organisations/mind.yaml', ['name: Riverside Mind', 'name: River Minds'])
  expect(told(root)).toEqual([
    doubt('its partner Riverside Mind changed (name changed from “Riverside Mind” to “River Minds”)'),
  ])
})

describe('the version that was reviewed', () => {
  test('is found after more versions of other records than one round reads', async () => {
    const { top, root } = await reviewed()
    for (let count = 1; count <= 8; count++) {
      edit(root, PARTNERSHIP, [count === 1 ? 'amount: 8m' : `amount: 8.${count - 1}m`, `amount: 8.${count}m`])
      committed(top)
    }
    expect(told(root)).toEqual([since('value rose from £8m a year to £8.8m a year (+£800,000, +10%)')])
  })

  test('is not looked for among more than a hundred versions, and that is said', async () => {
    const { top, root } = await reviewed()
    const stream = [`reset refs/heads/main\nfrom ${git(top, 'rev-parse', 'HEAD')}\n`]
    const whole = readFileSync(join(root, PARTNERSHIP), 'utf8')
    for (let count = 1; count <= 101; count++) {
      const text = whole.replace('amount: 8m', `amount: ${9_000_000 + count}`)
      stream.push(
        `commit refs/heads/main\ncommitter C <c@example.org> 1790000000 +0000\ndata 1\nc\nM 100644 inline care/register/${PARTNERSHIP}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
      )
    }
    const { execFileSync } = await import('node:child_process')
    execFileSync('git', ['-C', top, 'fast-import', '--quiet', '--force'], { input: stream.join('') })
    git(top, 'reset', '-q', '--hard', 'main')
    expect(told(root)).toEqual([ONLY_CHANGED])
    expect(hintOf(root)).toBe('only the newest versions in git are searched, and the stamp matches none of them')
  })

  test('is found where the folder is there no longer', async () => {
    const { top, root } = await reviewed()
    edit(root, PARTNERSHIP, VALUE)
    committed(top)
    renameSync(root, join(top, 'moved'))
    committed(top)
    const args = ['validate', '-r', 'care/register', '--revision', 'HEAD~1', '--format', 'json']
    const run = runPartners(args, { cwd: top })
    expect(run.stdout).toContain('value rose from £8m a year to £8.6m a year')
  })

  test('is found where it was made in a merge', async () => {
    const { top, root } = await reviewed()
    git(top, 'checkout', '-qb', 'work')
    edit(root, 'organisations/icb.yaml', ['The ICB', 'An ICB'])
    committed(top)
    git(top, 'checkout', '-q', 'main')
    edit(root, 'organisations/us.yaml', ['name: Us', 'name: Us All'])
    committed(top)
    git(top, 'merge', '-q', '--no-commit', 'work')
    edit(root, PARTNERSHIP, ['notice: 6 months', 'notice: 9 months'])
    const file = join(root, PARTNERSHIP)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ {4}stamp:\n(?: {6}.*\n)*/, ''))
    await stamp(root, 'riverside')
    committed(top, 'merged')
    edit(root, PARTNERSHIP, VALUE)
    expect(told(root)).toEqual([TOLD_VALUE])
  })

  test('is found where the financial year begins on another day now, and that is told', async () => {
    const { top, root } = await reviewed({ [PARTNERSHIP]: RIVERSIDE.replace('2024-04-01', '2024/25') })
    edit(root, 'register.yaml', ['organisation: us\n', 'organisation: us\nfinancial-year-start: 07-01\n'])
    committed(top)
    const year = 'the financial year begins on another day, so dates in financial years mean other days'
    expect(told(root)).toEqual([since(year)])
    edit(root, PARTNERSHIP, VALUE)
    expect(told(root)).toEqual([`${TOLD_VALUE}; ${year}`])
  })

  test('cannot be looked for without git, and that is said', async () => {
    const { root } = await reviewed()
    edit(root, PARTNERSHIP, VALUE)
    expect(hintOf(root, NO_GIT)).toBe('git is not installed here, so what changed is not known')
  })
})

const hintOf = (root: string, env = {}) =>
  (validate(root, [], env) as { code: string; hint?: string }[]).find((it) => it.code === 'review/changed-since')?.hint

describe('what was accepted', () => {
  test('does not hide more of the same', async () => {
    const { root } = await reviewed()
    edit(root, PARTNERSHIP, VALUE)
    edit(root, 'organisations/mind.yaml', ['kind: third-sector', 'kind: company'])
    expect(runPartners(['baseline', '-r', root], { cwd: root }).code).toBe(0)
    expect(told(root)).toEqual([])
    edit(root, 'organisations/mind.yaml', ['kind: company', 'kind: university'])
    const [found, ...more] = told(root).filter((it) => !it.startsWith('baseline'))
    expect([found?.split(':')[0], more]).toEqual(['review/suspect', []])
    edit(root, PARTNERSHIP, ['amount: 8.6m', 'amount: 9m'])
    expect(told(root).filter((it) => !it.startsWith('baseline'))).toHaveLength(2)
  })
})

describe('a tier', () => {
  test('that policy no longer knows did not rise', async () => {
    const { root } = await reviewed()
    const file = join(root, PARTNERSHIP)
    writeFileSync(file, readFileSync(file, 'utf8').replace('tier: major', 'tier: huge'))
    expect(told(root)).toEqual([doubt('its tier is major; policy no longer knows huge')])
  })

  test('that ends with an override brings no doubt: the review saw its last day', async () => {
    const { root } = await reviewed({
      [PARTNERSHIP]: `${RIVERSIDE}tier:\n  at: top\n  until: 2026-10-15\n`,
      'policy.yaml': 'extends: nhs-2026\ntiers:\n  top:\n    points: 1000\n    review: 6 months\n',
    })
    const file = join(root, PARTNERSHIP)
    writeFileSync(file, readFileSync(file, 'utf8').replace('tier: major', 'tier: top'))
    expect(told(root, ['--as-of', '2026-10-10'])).toEqual([])
    expect(told(root, ['--as-of', '2026-10-31'])).toEqual([])
    edit(root, PARTNERSHIP, ['at: top', 'at: major'])
    expect(told(root, ['--as-of', '2026-10-31'])).toEqual([doubt('its tier fell from top to major')])
  })
})
