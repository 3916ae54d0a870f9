import { describe, expect, test } from 'vitest'
import { registerDiff } from '../../src/diff/register-diff.js'
import { checked, state, told, type Files } from './states.js'

const KIND: Files = { ccg: 'ccg', icb: 'icb', mind: 'third-sector', group: 'council' }
const org = (id: string, more = '') => ({ [`organisations/${id}.yaml`]: `name: The ${id}\nkind: ${KIND[id]}\n${more}` })
const MERGED = 'status: merged\nmerged:\n  into: icb\n  on: 2022-07-01\n'
const partnership = (id: string, ...partners: string[]): Files => ({
  [`partnerships/${id}.yaml`]: `name: ${id.toUpperCase()}\nstatus: active\nkind: contract\ncare: true\npartners:\n${partners.map((it) => `  - organisation: ${it}\n`).join('')}`,
})
const became = (name: string) => `neutral: Partner The ccg of ${name} became The icb through the merger on 1 July 2022`

describe('a merger is one event', () => {
  const before: Files = {
    ...org('ccg'),
    ...org('icb'),
    ...org('mind'),
    ...org('group', 'members: [ccg, mind]\n'),
    ...partnership('a', 'ccg\n    share: 30%\n    roles: [commissioner]', 'mind\n    share: 70%'),
    ...partnership('b', 'ccg\n    share: 30%', 'icb\n    share: 20%', 'mind\n    share: 50%'),
    ...partnership('c', 'icb', 'ccg'),
  }
  const after: Files = {
    ...before,
    ...org('ccg', MERGED),
    ...org('group', 'members: [icb, mind]\n'),
    ...partnership('a', 'mind\n    share: 70%', 'icb\n    share: 30%\n    roles: [commissioner]'),
    ...partnership('b', 'icb\n    share: 50%', 'mind\n    share: 50%'),
    ...partnership('c', 'icb'),
  }

  test('of one shape wherever the organisation took part, and what changed besides is told', () => {
    expect(told(before, after).sort()).toEqual(
      [
        'neutral: The ccg was merged into The icb on 1 July 2022',
        became('A'),
        became('B'),
        'neutral: Share of partner “The icb” of B changed from 20% to 50%',
        became('C'),
      ].sort(),
    )
  })

  test('counted once, and no duty moves with it', () => {
    const { groups } = registerDiff(checked(state(before)), checked(state(after)))
    const own = groups.flatMap((it) => it.facts).filter((it) => it.follows === undefined)
    expect(own.map((it) => `${it.kind}: ${it.did}`).sort()).toEqual([
      'merged: was merged into The icb on 1 July 2022',
      'partner: changed from 20% to 50%',
    ])
  })

  test('also where only the partnerships are brought up to date, each of which is a change then', () => {
    const late = { ...before, ...org('ccg', MERGED) }
    const { groups } = registerDiff(checked(state(late)), checked(state(after)))
    expect(told(late, after)).toHaveLength(4)
    expect(groups.flatMap((it) => it.facts).filter((it) => it.follows)).toEqual([])
  })

  test('and a partner that merely left or came is told as that', () => {
    const left = { ...after, ...partnership('c', 'mind') }
    expect(told(before, left)).toContain('neutral: Partner “The ccg” of C was removed')
    expect(told(before, { ...before, ...partnership('a', 'mind\n    share: 70%', 'icb') })).toContain(
      'neutral: Partner “The icb” of A was added',
    )
  })

  test('whose a document is changes by none', () => {
    const held = (of: string, partner: string): Files => ({
      ...org('icb'),
      'partnerships/a.yaml': `name: A\nstatus: active\npartners:\n  - organisation: ${partner}\ndocuments:\n  - type: agreement\n    organisation: ${of}\n    signed: 2020-01-01\n`,
    })
    const facts = told({ ...held('ccg', 'ccg'), ...org('ccg') }, { ...held('icb', 'icb'), ...org('ccg', MERGED) })
    expect(facts.join('\n')).toMatch(/Agreement or contract of The icb of A .*The ccg/)
  })
})
