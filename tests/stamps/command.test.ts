import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { committed, git } from '../source/repository.js'
import { tempFolder } from '../source/temp-folder.js'
import {
  edit,
  ONLY_CHANGED,
  PARTNERSHIP,
  reviewed,
  RIVERSIDE,
  told,
  TOLD_VALUE,
  unstampedIn,
  validate,
  VALUE,
  type Found,
} from './reviewed.js'
import { stamp } from './stamped.js'

describe('what changed since the review', () => {
  test('nothing is told where nothing did, where news came, and where no review bears a stamp', async () => {
    const { root } = await reviewed()
    edit(root, PARTNERSHIP, ['status: active', 'headlines:\n  - date: 2026-10-01\n    text: News.\nstatus: active'])
    expect(told(root)).toEqual([])
    const plain = join(unstampedIn(), 'care/register')
    edit(plain, PARTNERSHIP, VALUE)
    expect(told(plain)).toEqual([])
  })

  test('is told by field, old and new, committed or not, at the place of the review', async () => {
    const { top, root } = await reviewed()
    edit(root, PARTNERSHIP, VALUE)
    expect(told(root)).toEqual([TOLD_VALUE])
    committed(top)
    edit(root, PARTNERSHIP, ['lead: Service Manager', 'lead: COO'])
    expect(told(root)).toEqual([`${TOLD_VALUE}; lead changed from Service Manager to Chief Operating Officer`])
    const [{ file, line, severity }] = validate(root).filter((it) => it.code === 'review/changed-since') as [Found]
    expect([file, severity]).toEqual([PARTNERSHIP, 'info'])
    expect(readFileSync(join(root, file), 'utf8').split('\n')[line - 1]).toBe('  - date: 2026-09-30')
    expect(told(root, ['--revision', 'HEAD'])).toEqual([TOLD_VALUE])
    expect(told(root, ['--revision', 'HEAD~1'])).toEqual([])
    // as of a day before the review there was none
    expect(told(root, ['--as-of', '2026-09-29'])).toEqual([])
  })

  test('of a long text tells what it said and what it says', async () => {
    const controls = 'A partnership management group meets monthly and reports to the quality committee.'
    const { root } = await reviewed({ [PARTNERSHIP]: `${RIVERSIDE}controls: ${controls}\n` })
    edit(root, PARTNERSHIP, ['meets monthly', 'meets twice a year'])
    expect(told(root)).toEqual([
      'review/changed-since: since the review of 30 September 2026: control measures and structures changed: it said “A partnership management group meets monthly and reports to the quality …”, and says “A partnership management group meets twice a year and reports to the quality …”',
    ])
  })

  test('names nobody who declared an interest', async () => {
    const { root } = await reviewed()
    edit(root, PARTNERSHIP, ['reviews:', 'interests:\n  - who: Jo Bloggs\n    what: Owns a share.\nreviews:'])
    expect(told(root)).toEqual([
      'review/changed-since: since the review of 30 September 2026: declared interests changed',
    ])
  })

  test('is found where stamp and edit were committed together, and apart', async () => {
    const top = unstampedIn()
    const root = join(top, 'care/register')
    committed(top, 'as reviewed')
    await stamp(root, 'riverside')
    edit(root, PARTNERSHIP, VALUE)
    expect(told(root)).toEqual([TOLD_VALUE]) // nothing of it is committed
    committed(top, 'review and edit')
    expect(told(root)).toEqual([TOLD_VALUE])

    const apart = unstampedIn()
    const other = join(apart, 'care/register')
    const file = join(other, PARTNERSHIP)
    await stamp(other, 'riverside')
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, whole.replace('notice: 6 months\n', ''))
    committed(apart, 'the stamp without all that it is of')
    writeFileSync(file, whole)
    committed(apart, 'the rest')
    edit(other, PARTNERSHIP, VALUE)
    expect(told(other)).toEqual([TOLD_VALUE])
  })

  test('is found when the file was moved, renamed, turned into markdown, or the register moved', async () => {
    const { top, root } = await reviewed()
    edit(root, PARTNERSHIP, VALUE)
    committed(top)
    mkdirSync(join(root, 'partnerships/mental-health'))
    renameSync(join(root, PARTNERSHIP), join(root, 'partnerships/mental-health/recovery.yaml'))
    committed(top)
    edit(root, 'partnerships/mental-health/recovery.yaml', ['notice: 6 months', 'notice: 3 months'])
    committed(top)
    const text = readFileSync(join(root, 'partnerships/mental-health/recovery.yaml'), 'utf8')
    rmSync(join(root, 'partnerships/mental-health/recovery.yaml'))
    writeFileSync(join(root, 'partnerships/last.md'), `---\n${text}---\n\n## Exit\n\nBy handing over.\n`)
    committed(top)
    renameSync(root, join(top, 'register'))
    committed(top)
    const [found] = told(join(top, 'register'))
    expect(found).toContain(`${TOLD_VALUE}; notice changed from 6 months to 3 months; exit is now stated`)
  })

  test('is found on the branch where the review was held', async () => {
    const { top, root } = await reviewed()
    git(top, 'checkout', '-qb', 'work')
    edit(root, PARTNERSHIP, ['notice: 6 months', 'notice: 9 months'])
    await stampAgain(root)
    committed(top, 'another review')
    edit(root, PARTNERSHIP, VALUE)
    committed(top)
    git(top, 'checkout', '-q', 'main')
    edit(root, 'organisations/icb.yaml', ['The ICB', 'An ICB'])
    committed(top)
    git(top, 'merge', '-q', '--no-edit', 'work')
    expect(told(root)).toEqual([TOLD_VALUE])
  })

  test('that it changed is all that is told without a history', async () => {
    const { top, root } = await reviewed()
    edit(root, PARTNERSHIP, VALUE)
    committed(top)
    const clone = tempFolder()
    git(clone, 'clone', '-q', '--depth', '1', `file://${top}`, 'clone')
    expect(told(join(clone, 'clone/care/register'))).toEqual([ONLY_CHANGED])
    expect(told(root, [], { PATH: '/nonexistent' })).toEqual([ONLY_CHANGED])
    rmSync(join(top, '.git'), { recursive: true })
    expect(told(root)).toEqual([ONLY_CHANGED])
  })

  test('a role that is named by its alias is no change where git shows the value', async () => {
    const { top, root } = await reviewed()
    edit(root, PARTNERSHIP, ['sponsor: Chief Operating Officer', 'sponsor: COO'])
    committed(top)
    expect(told(root)).toEqual([])
  })

  test('another id of a partner or of the whole is no change, and what changed besides is told', async () => {
    const { top, root } = await reviewed()
    const rename = (from: string, to: string) => renameSync(join(root, from), join(root, to))
    rename('organisations/mind.yaml', 'organisations/river-mind.yaml')
    edit(root, PARTNERSHIP, ['organisation: mind', 'organisation: river-mind'])
    expect(told(root, [], { PATH: '/nonexistent' })).toEqual([]) // the stamp itself tells
    edit(root, PARTNERSHIP, VALUE)
    committed(top)
    expect(told(root)).toEqual([TOLD_VALUE])
    rename('partnerships/alliance.yaml', 'partnerships/great-alliance.yaml')
    edit(root, PARTNERSHIP, ['parent: alliance', 'parent: great-alliance'])
    expect(told(root)).toEqual([TOLD_VALUE])
    edit(root, PARTNERSHIP, ['amount: 8.6m', 'amount: 8m'])
    expect(told(root)).toEqual([])
    expect(told(root, [], { PATH: '/nonexistent' })).toEqual([ONLY_CHANGED])
    edit(root, PARTNERSHIP, ['organisation: river-mind', 'organisation: icb'])
    expect(told(root)).toEqual([
      'review/changed-since: since the review of 30 September 2026: organisation of partner “The ICB” changed from “Riverside Mind” to “The ICB”',
    ])
  })

  test('is asked of git only by what tells it, and only of those that it is told of', async () => {
    const { root } = await reviewed({ 'partnerships/second.yaml': RIVERSIDE })
    await stamp(root, 'second')
    edit(root, PARTNERSHIP, VALUE)
    const { env, calls } = countedGit()
    const asked = (...args: string[]) => {
      const versions = () => calls().filter((it) => it.includes('cat-file')).length
      const before = versions()
      expect(runPartners([...args, '-r', root], { cwd: root, env }).code).toBe(0)
      return versions() - before
    }
    const others = [
      ['show', 'second'],
      ['show', 'mind'],
      ['report', 'partnership', 'second'],
      ['report', 'risk'],
      ['report', 'documents'],
    ]
    for (const args of others) expect([args, asked(...args)]).toEqual([args, 0])
    for (const args of [
      ['show', 'riverside'],
      ['report', 'review'],
      ['report', 'board-update'],
    ])
      expect([args, asked(...args)]).toEqual([args, 1])
  })

  test('takes two calls of git, however many partnerships changed; and none where none did', async () => {
    const ids = ['one', 'two', 'three', 'four', 'five', 'six']
    const top = unstampedIn(Object.fromEntries(ids.map((id) => [`partnerships/${id}.yaml`, RIVERSIDE])))
    const root = join(top, 'care/register')
    for (const id of ids) {
      await stamp(root, id)
      committed(top, `review of ${id}`)
    }
    const { env, calls } = countedGit()
    expect(told(root, [], env)).toEqual([])
    expect(calls()).toEqual([])
    for (const id of ids) edit(root, `partnerships/${id}.yaml`, VALUE)
    expect(told(root, [], env)).toEqual(ids.map(() => TOLD_VALUE))
    expect(calls()).toHaveLength(2)
  })
})

/** A git that counts how often it is asked for the history. */
function countedGit() {
  const bin = tempFolder()
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$@" >> "${bin}/calls"\nexec ${real} "$@"\n`)
  chmodSync(join(bin, 'git'), 0o755)
  writeFileSync(join(bin, 'calls'), '')
  const env = { PATH: `${bin}:${process.env['PATH']}` }
  const calls = () =>
    readFileSync(join(bin, 'calls'), 'utf8')
      .split('\n')
      .filter((it) => / (?:log|cat-file) /.test(it))
  return { env, calls }
}

/** Takes the old stamp out, and stamps what is there now. */
async function stampAgain(root: string): Promise<void> {
  const file = join(root, PARTNERSHIP)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/ {4}stamp:\n(?: {6}.*\n)*/, ''))
  await stamp(root, 'riverside')
}

describe('a review in doubt', () => {
  const doubt = (why: string) => `review/suspect: the review of 30 September 2026 is in doubt: ${why}`

  test('because of its tier, by policy alone and without any history', async () => {
    const { top, root } = await reviewed()
    rmSync(join(top, '.git'), { recursive: true })
    edit(root, 'policy.yaml', [
      'extends: nhs-2026\n',
      'extends: nhs-2026\ntiers:\n  major:\n    points: 100\n    review: 6 months\nfloors:\n  million-a-year:\n    off: Not ours.\n',
    ])
    const [found] = told(root)
    expect(found).toMatch(/is in doubt: its tier fell from major to (?:standard|significant)$/)
    expect(validate(root).find((it) => it.code === 'review/suspect')?.severity).toBe('warning')
  })

  test('because of a partner that was merged, whether or not the partnership names the successor', async () => {
    const { root } = await reviewed()
    edit(root, 'organisations/mind.yaml', [
      'kind: third-sector\n',
      'kind: third-sector\nstatus: merged\nmerged:\n  into: icb\n  on: 2026-10-01\n',
    ])
    expect(told(root)).toEqual([
      doubt('its partner Riverside Mind changed (was merged into The ICB on 1 October 2026)'),
    ])
    edit(root, PARTNERSHIP, ['organisation: mind', 'organisation: icb'])
    expect(told(root)).toEqual([doubt('its partner Riverside Mind was merged into The ICB on 1 October 2026')])
  })

  test('not because of our own organisation, or of what a partner’s file says besides', async () => {
    const { root } = await reviewed()
    edit(root, 'organisations/us.yaml', ['kind: nhs-trust', 'kind: company'])
    edit(root, 'organisations/mind.yaml', ['kind:', 'aliases: [Mind]\nnote: Moved.\nkind:'])
    expect(told(root)).toEqual([])
  })

  test('because of its agreement, and of what it is a part of', async () => {
    const { top, root } = await reviewed()
    edit(root, PARTNERSHIP, ['expires: 2029-03-31', 'expires: 2027-03-31'])
    edit(root, 'partnerships/alliance.yaml', ['care: true', 'care: false'])
    const reasons =
      'its agreement changed (agreement or contract is in force until 31 March 2027; it was 31 March 2029); The Alliance, which it is a part of, changed (care changed from yes to no)'
    expect(told(root)).toEqual([doubt(reasons)])
    rmSync(join(top, '.git'), { recursive: true })
    expect(told(root)).toEqual([doubt('its agreement changed; The Alliance, which it is a part of, changed')])
    edit(root, PARTNERSHIP, [/documents:\n(?: {2}.*\n)+/.exec(readFileSync(join(root, PARTNERSHIP), 'utf8'))![0], ''])
    edit(root, 'partnerships/alliance.yaml', [
      'care: false',
      'care: true\nheadlines:\n  - date: 2026-10-01\n    text: News.',
    ])
    expect(told(root)).toEqual([doubt('its agreement no longer exists')])
  })

  test('not because of what could not be read, and what has ended is left alone', async () => {
    const { root } = await reviewed()
    edit(root, 'organisations/mind.yaml', ['kind: third-sector', 'kind: charitable'])
    edit(root, 'partnerships/alliance.yaml', ['care: true', 'care: perhaps'])
    expect(told(root)).toEqual([])
    edit(root, PARTNERSHIP, ['amount: 8m', 'amount: eight'])
    expect(told(root)).toEqual([])
    edit(root, PARTNERSHIP, ['amount: eight', 'amount: 9m'], ['status: active', 'status: ended'])
    expect(told(root)).toEqual([])
  })

  test('is over with the next review; and without its stamp nothing is known', async () => {
    const { root } = await reviewed()
    edit(root, 'organisations/mind.yaml', ['kind: third-sector', 'kind: company'])
    expect(told(root)).toHaveLength(1)
    edit(root, PARTNERSHIP, ['reviews:\n', 'reviews:\n  - date: 2026-10-20\n'])
    expect(told(root)).toEqual([])
    expect(told(root, ['--as-of', '2026-10-19'])).toHaveLength(1)
    await stamp(root, 'riverside')
    expect(told(root)).toEqual([])
  })
})

describe('a stamp', () => {
  test('of a later scheme is not compared, which is said once', async () => {
    const { root } = await reviewed({ 'partnerships/second.yaml': RIVERSIDE })
    await stamp(root, 'second')
    for (const file of [PARTNERSHIP, 'partnerships/second.yaml'])
      edit(root, file, ['scheme: 1', 'scheme: 2'], ['amount: 8m', 'amount: 9m'])
    expect(told(root)).toEqual([
      'review/newer-stamp: 2 reviews have stamps of a later scheme (2) than this release knows (1), so changes since are not reported',
    ])
  })

  test.each(['5e10', '00123', 'h123', 'H0123456789abcdef'])('that was typed, %s, is a finding', async (typed) => {
    const { root } = await reviewed()
    const whole = readFileSync(join(root, PARTNERSHIP), 'utf8')
    writeFileSync(join(root, PARTNERSHIP), whole.replace(/reviewed: \w+/, `reviewed: ${typed}`))
    const found = validate(root).filter(({ file, code }) => file === PARTNERSHIP && /^(?:schema|syntax)/.test(code))
    expect(found.map(({ message }) => message)).toEqual([`"${typed}" is not a fingerprint of the entry`])
    expect(told(root)).toEqual([])
  })

  test('is told in words by diff, and never as its digits', async () => {
    const { root } = await reviewed()
    const diff = () => runPartners(['diff', 'HEAD', '-r', root], { cwd: root }).stdout
    const before = readFileSync(join(root, PARTNERSHIP), 'utf8')
    edit(root, PARTNERSHIP, ['reviews:\n', 'reviews:\n  - date: 2026-10-20\n    by: Board\n'])
    await stamp(root, 'riverside')
    expect(diff()).toContain('Review of 20 October 2026 was added: by Board')
    expect(diff()).not.toMatch(/\bh[0-9a-f]{16}\b/)
    writeFileSync(join(root, PARTNERSHIP), before.replace(/reviewed: h\w{4}/, 'reviewed: h0000'))
    expect(diff()).toMatch(/worse +Review of 30 September 2026 has another stamp/)
    writeFileSync(join(root, PARTNERSHIP), before.replace(/ {4}stamp:\n(?: {6}.*\n)*/, ''))
    expect(diff()).toMatch(/worse +Review of 30 September 2026 has no stamp any more/)
    expect(diff()).not.toMatch(/\bh[0-9a-f]{16}\b/)
  })

  test('brings what it tells into the findings of diff and the baseline as into those of validate', async () => {
    const { root } = await reviewed()
    edit(root, 'organisations/mind.yaml', ['kind: third-sector', 'kind: company'])
    const diff = runPartners(['diff', 'HEAD', '-r', root], { cwd: root }).stdout
    expect(diff).toContain('review/suspect')
    expect(runPartners(['baseline', '-r', root], { cwd: root }).code).toBe(0)
    expect(told(root)).toEqual([])
    edit(root, PARTNERSHIP, ['expires: 2029-03-31', 'expires: 2027-03-31'])
    const codes = told(root).map((it) => it.split(':')[0])
    expect(codes).toEqual(['baseline/gone', 'review/suspect']) // another reason is another finding
  })
})

describe('papers', () => {
  test('tell what changed since the review, and what is in doubt', async () => {
    const { root } = await reviewed()
    const paper = (...args: string[]) => {
      const run = runPartners([...args, '-r', root], { cwd: root })
      expect([run.code, run.stderr.replace(/^partners: the register has no update.*\n/, '')]).toEqual([0, ''])
      return run.stdout
    }
    const all = () => [
      paper('show', 'riverside', '--format', 'markdown'),
      paper('report', 'partnership', 'riverside'),
      paper('report', 'review'),
      paper('report', 'board-update'),
      paper('report', 'evidence', '--id', 'riverside'),
    ]
    for (const text of all()) expect(text).not.toMatch(/Since the review|in doubt|review\/(?:changed|suspect)/)
    edit(root, PARTNERSHIP, VALUE)
    edit(root, 'organisations/mind.yaml', ['kind: third-sector', 'kind: company'])
    const [show, page, review, board, evidence] = all() as [string, string, string, string, string]
    const partner = 'ts partner Riverside Mind changed (organisation kind changed from “third sector” to company)'
    const value = 'alue rose from £8m a year to £8.6m a year (+£600,000, +7.5%)'
    for (const text of [show, page]) {
      expect(text).toContain('## Since the review of 30 September 2026')
      expect(text).toContain(`- I${partner}`)
      expect(text).toContain(`- V${value}`)
    }
    expect(review).toContain(`- In doubt: I${partner}\n- V${value}`) // it stands inside its whole
    expect(board).toContain('The last review of 1 partnership is in doubt, as facts on which it was based')
    expect(board).toContain(`- **Riverside Recovery**, reviewed 30 September 2026: i${partner}`)
    expect(evidence).toContain(`i${partner}`)
    expect(evidence).toContain(`v${value}`)
    rmSync(join(root, '../../.git'), { recursive: true })
    expect(paper('show', 'riverside', '--format', 'markdown')).toContain(
      'The reviewed entry has changed; the history does not show how.',
    )
    const told = JSON.parse(paper('show', 'riverside', '--format', 'json')) as { sinceReview: unknown }
    expect(told.sinceReview).toEqual({
      day: '30 September 2026',
      changed: true,
      changes: [],
      suspect: ['Its partner Riverside Mind changed'],
    })
  })
})
