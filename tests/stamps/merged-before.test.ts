import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { committed } from '../source/repository.js'
import { edit, PARTNERSHIP, reviewed, told } from './reviewed.js'

const MIND = 'organisations/mind.yaml'
const NO_GIT = { PATH: '/nonexistent' }
const doubt = (why: string) => `review/suspect: the review of 30 September 2026 is in doubt: ${why}`

describe('a review is in doubt only for a merger that came after it', () => {
  const merge = (root: string, on: string) => {
    const exact = `${on}-01-01`.slice(0, 10)
    const run = runPartners(['organisation', 'merge', 'mind', '--into', 'icb', '--on', exact, '-r', root])
    expect([run.code, run.stderr]).toEqual([0, ''])
    edit(root, MIND, [`on: ${exact}`, `on: ${on}`])
  }

  test.each(['2022-07-01', '2026-08', '2026-09-30'])('not for one of %s, whenever it was written down', async (on) => {
    const { top, root } = await reviewed()
    merge(root, on)
    expect([told(root), told(root, [], NO_GIT)]).toEqual([[], []])
    committed(top)
    expect(told(root)).toEqual([])
  })

  test.each([
    ['2026-10-01', ' on 1 October 2026'],
    ['2026', ' in 2026'],
  ])('for one of %s, which may have come after it', async (on, said) => {
    const { root } = await reviewed()
    merge(root, on)
    expect(told(root)).toEqual([doubt(`its partner Riverside Mind was merged into The ICB${said}`)])
  })

  test('not while the partnership still names what was merged before it', async () => {
    const { root } = await reviewed()
    const merged = (on: string) => `kind: third-sector\nstatus: merged\nmerged:\n  into: icb\n  on: ${on}\n`
    edit(root, MIND, ['kind: third-sector\n', merged('2022-07-01')])
    expect(told(root)).toEqual([])
    edit(root, MIND, [merged('2022-07-01'), merged('2022-07-01').replace('third-sector', 'company')])
    expect(told(root)).toEqual([expect.stringContaining('its partner Riverside Mind changed')])
  })

  test('for the later one of two on the way to the present partner', async () => {
    const { root } = await reviewed({
      'organisations/ccg.yaml': 'name: The CCG\nkind: other\nstatus: merged\nmerged:\n  into: icb\n  on: 2026-10-05\n',
    })
    edit(root, MIND, ['kind: third-sector\n', 'kind: third-sector\nmerged:\n  into: ccg\n  on: 2022-07-01\n'])
    edit(root, PARTNERSHIP, ['organisation: mind', 'organisation: icb'])
    expect(told(root)).toEqual([doubt('its partner Riverside Mind was merged into The ICB on 5 October 2026')])
  })
})
