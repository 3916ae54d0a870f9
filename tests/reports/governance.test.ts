import { describe, expect, test } from 'vitest'
import { html } from '../../src/output/paper/html.js'
import { governance, type Block } from '../../src/reports/governance/index.js'
import { formatFigure } from '../../src/figures/format-figure.js'
import { organisationOf, partnershipOf } from '../policy/sample.js'
import { inputOf, paperOf, registerWith } from './make.js'

const body = (id: string, more: object = {}) => ({ id, name: id.toUpperCase(), ...more })
const blockOf = (written: object, settings: Record<string, unknown> = {}): Block =>
  governance.build(inputOf(registerWith([partnershipOf({ ...written })], [], settings))).view.blocks[0]!
const linesOf = ({ lines }: Block) =>
  lines.map((it) => `${'  '.repeat(it.path.length)}${it.name}${it.again ? ' again' : ''}`)

describe('who reports to whom', () => {
  test('each stands under its superior; roles, bodies of the register and the members’ Boards among them', () => {
    const block = blockOf(
      {
        lead: 'Boss',
        bodies: [
          body('a', { 'reports-to': ['board'], chair: 'Chair' }),
          body('b', { 'reports-to': ['a'] }),
          body('c', { 'reports-to': ['member-boards'] }),
          body('d', { supports: ['b'] }),
        ],
        partners: [{ group: 'Ward boards', roles: ['member'] }, { group: 'Shops' }],
      },
      { bodies: [body('board', { kind: 'board' })], roles: [{ title: 'Boss', 'reports-to': ['b'] }, { title: 'X' }] },
    )
    expect(linesOf(block)).toEqual(['BOARD', '  A', '    B', '      Boss', 'Boards of the members', '  C'])
    expect(block.lines.find((it) => it.name === 'Boards of the members')!.detail).toBe('Ward boards')
    expect(block.lines.find((it) => it.name === 'A')!.detail).toBe('chaired by Chair')
    expect(block.open).toEqual(['D'])
    expect(block.supports).toEqual([{ who: 'D', whom: 'B' }])
    expect(block.circle).toEqual([])
  })

  test('a circle ends, and is told', () => {
    const block = blockOf({
      bodies: [
        body('a', { 'reports-to': ['b'] }),
        body('b', { 'reports-to': ['a'] }),
        body('c', { 'reports-to': ['c'] }),
        body('d', { 'reports-to': ['a'] }),
      ],
    })
    expect(linesOf(block)).toEqual(['A', '  B', '    A again', '  D', 'C', '  C again'])
    expect(block.circle).toEqual(['A', 'B', 'C'])
    expect(block.open).toEqual([])
  })

  test('what reports to two stands under both, with what is below it in the first only', () => {
    const block = blockOf({
      bodies: [body('a'), body('b'), body('c', { 'reports-to': ['a', 'b'] }), body('d', { 'reports-to': ['c'] })],
    })
    expect(linesOf(block)).toEqual(['A', '  C', '    D', 'B', '  C again'])
  })

  test('there is no diagram without a line to draw', () => {
    expect(blockOf({ bodies: [body('a')] }).diagram).toBeNull()
  })
})

test('everyone who answers is named, and gaps are counted', () => {
  const partnership = partnershipOf({
    bodies: [body('group')],
    responsibilities: [
      { function: 'One', accountable: ['every-member'], responsible: ['group'], delivers: ['mind', 'a'] },
      { function: 'Two', accountable: ['Boss', 'Clerk'] },
      { function: 'Three' },
    ],
  })
  const register = registerWith([partnership], [organisationOf('mind', { name: 'Mind' })])
  const [block] = governance.build(inputOf(register)).view.blocks
  expect(block!.functions.map((it) => [it.accountable, it.isOne, it.responsible, it.delivers])).toEqual([
    [['every member, each for its own'], true, ['GROUP'], ['Mind', 'the partnership']],
    [['Boss', 'Clerk'], false, [], []],
    [[], false, [], []],
  ])
  expect(block!.gaps.map(({ what, count, of }) => `${what}: ${count.count} of ${of.count}`)).toContain(
    'Functions: a single accountable owner; responsible role; who delivers: 2 of 3',
  )
  expect(paperOf(governance, register)).toContain('| **Three** | **none recorded** |')
})

test('shares and payments are added up, and say what they come to', () => {
  const block = blockOf({
    bodies: [body('a')],
    value: { amount: '4m', per: 'year', basis: 'up-to' },
    partners: [
      { group: 'A', share: '62.5%', pays: '100k' },
      { group: 'B', share: '37.5%' },
    ],
  })
  expect(
    block.contributions.map((it) => [it.name, it.share, formatFigure(it.part!), it.pays && formatFigure(it.pays)]),
  ).toEqual([
    ['A', '62.5%', 'up to £2.5m', '£100,000'],
    ['B', '37.5%', 'up to £1.5m', null],
  ])
  expect(formatFigure(block.shareSum!)).toBe('100%')
  expect(formatFigure(block.paysSum!)).toBe('£100,000 (1 of unknown value left out)')
})

test('parts follow their whole and are counted in its row; what has ended is told only when it is named', () => {
  const whole = partnershipOf({ name: 'Whole' }, 'whole')
  const part = partnershipOf({ name: 'Part', parent: 'whole', bodies: [body('a')] }, 'part')
  const over = partnershipOf({ name: 'Over', status: 'ended', bodies: [body('b')] }, 'over')
  const register = registerWith([over, part, whole])
  const { overview, blocks, without } = governance.build(inputOf(register)).view
  expect(overview.map((it) => [it.name, it.bodies.count])).toEqual([['Whole', 1]])
  expect(blocks.map((it) => it.name)).toEqual(['Whole', 'Part'])
  expect(without).toEqual([])
  expect(governance.build(inputOf(register, over)).view.blocks.map((it) => it.name)).toEqual(['Over'])
})

test('an empty register says that it holds nothing', () => {
  const paper = paperOf(governance, registerWith([]))
  expect(paper).toContain('The register records no bodies, functions or delegations')
  expect(paper).not.toMatch(/^\|/m)
})

test('hostile names stay text, in tables, lists and the diagram', () => {
  const evil = '`|` <b>{{x}}</b> "] --> end\u001b[31m ```'
  const partnership = partnershipOf({
    name: evil,
    bodies: [body('a', { name: evil, remit: evil, 'reports-to': ['b'] }), body('b', { name: evil })],
    responsibilities: [{ function: evil, accountable: [evil] }],
  })
  const paper = paperOf(governance, registerWith([partnership]))
  expect(paper.match(/^```/gm)).toHaveLength(2)
  const page = html(paper)
  expect(page).not.toContain('<b>')
  expect(page).not.toContain('\u001b')
  expect(page.match(/<rect [^>]*class="box/g)).toHaveLength(2)
  expect(page).toContain('{{x}}')
})

describe('who is in charge', () => {
  const whoOf = (written: Record<string, unknown>, settings: Record<string, unknown> = {}) =>
    governance.build(inputOf(registerWith([partnershipOf(written)], [organisationOf('us')], settings))).view.inCharge[0]
      ?.who

  test('is whoever holds delegated powers, the sponsor and the lead, with our seat on the body', () => {
    const who = whoOf(
      {
        lead: 'Manager',
        sponsor: 'Chief Executive',
        bodies: [body('group', { members: ['Manager'] }), body('jc', { kind: 'joint committee', members: ['us'] })],
        delegations: [{ power: 'Spending', from: 'us', to: 'jc' }],
      },
      { roles: [{ title: 'Manager' }, { title: 'Chief Executive' }] },
    )
    expect(who).toEqual([
      'JC (decides)',
      'Chief Executive (accountable)',
      'Manager (runs it)',
      expect.stringMatching(/^our voice: .* on JC$/),
    ])
  })

  test('of several boards it is not known which decides, and a role of somebody else is no voice of ours', () => {
    const boards = [body('a', { kind: 'board', members: ['Officer of a union'] }), body('b', { kind: 'board' })]
    expect(
      whoOf({ lead: 'Manager', bodies: boards }, { roles: [{ title: 'Manager' }, { title: 'Officer of a union' }] }),
    ).toEqual([
      'Manager (runs it)',
      'not recorded: the body that decides, the accountable executive and our representative',
    ])
    expect(whoOf({ lead: 'Manager', bodies: boards.slice(0, 1) })).toContain('A (oversees)')
  })

  test('what no partnership has is said once, and so are those without anybody', () => {
    const register = registerWith([
      partnershipOf({ name: 'One', lead: 'Manager' }, 'one'),
      partnershipOf({ name: 'Two', lead: 'Clerk', sponsor: 'Director' }, 'two'),
      partnershipOf({ name: 'Three' }, 'three'),
    ])
    const paper = paperOf(governance, register)
    expect(paper).toContain('- **One:** Manager (runs it) · not recorded: the accountable executive')
    expect(paper).toContain('- **Two:** Director (accountable) · Clerk (runs it)\n')
    expect(paper).toContain('Not recorded for any of these: the body that decides and our representative.')
    expect(paper).toContain('Nobody is recorded as in charge of Three.')
  })
})
