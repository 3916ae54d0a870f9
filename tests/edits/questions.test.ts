import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { atTerminal, hasTerminal } from './at-terminal.js'
import { harbour, RIVERSIDE } from './harbour.js'

describe.skipIf(!hasTerminal)('at a terminal', () => {
  test('new asks for the main fields, and again where an answer does not fit', async () => {
    const root = harbour()
    const answers = [
      'Safe Haven',
      '',
      'A place for the night.',
      '',
      'grnt',
      'grant',
      'COO',
      '',
      '2026-05',
      '',
      'lots',
      '90k',
      '',
      'spend',
      'none',
      '',
      'Mnd',
      'Mind',
    ]
    const { code, said } = await atTerminal(['new', '-r', root], answers)
    expect(said).toContain('did you mean grant?')
    expect(said).toContain('"lots" is not an amount of money')
    expect(said).toContain('there is no organisation "Mnd"')
    expect(said).toContain('Safe Haven is in the register as safe-haven.')
    expect(code).toBe(0)
    expect(readFileSync(join(root, 'partnerships/safe-haven.yaml'), 'utf8')).toBe(
      'name: Safe Haven\nsummary: A place for the night.\nstatus: proposed\nkind: grant\nlead: COO\nstart: 2026-05\nvalue:\n  amount: 90k\n  per: year\n  direction: spend\ndata:\n  level: none\npartners:\n  - organisation: us\n  - organisation: mind\n',
    )
  })

  test('new shows what looks like it first', async () => {
    const root = harbour()
    const { code, said } = await atTerminal(['new', 'The Riverside Recovery Partnership', '-r', root], ['no'])
    expect(said).toContain('It looks like Riverside Recovery Partnership (partnerships/rrp.yaml). Is it another one')
    expect(code).toBe(2)
    expect(readdirSync(join(root, 'partnerships'))).toEqual(['rrp.yaml'])
  })

  test('what a register says reaches the terminal as text, never as a command to it', async () => {
    const root = harbour({
      'partnerships/rrp.yaml': RIVERSIDE.replace('Recovery Partnership', 'Recovery Partnership\\e\\a'),
    })
    const { said } = await atTerminal(['new', 'The Riverside Recovery Partnership', '-r', root], ['no'])
    expect(said).toContain('It looks like Riverside Recovery Partnership<U+001B><U+0007>')
  })

  test('record asks for what is missing, and for the comment on a grade below G', async () => {
    const root = harbour()
    const answers = ['', 'COO', 'G', 'amber', 'New team.', '']
    const { code, said } = await atTerminal(['record', 'assessment', 'rrp', '-r', root], answers)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining('Assessment of Riverside Recovery Partnership is recorded'),
    })
    expect(readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')).toContain(
      'assessments:\n- date: 2026-09-30\n  by: COO\n  governance: G\n  relationships: A\n  comments:\n    relationships: New team.\n',
    )
  })

  test('Ctrl+C writes nothing', async () => {
    const root = harbour()
    const { code, said } = await atTerminal(['record', 'headline', 'rrp', '-r', root], ['', undefined])
    expect(said).toContain('stopped; nothing was written')
    expect(code).toBe(2)
    expect(readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')).toBe(RIVERSIDE)
  })
})
