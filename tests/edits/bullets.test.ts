import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from './harbour.js'

describe('lines of a list that were pasted as text are never joined', () => {
  test.each(['• ', '– ', '· ', '▪ ', '1. ', 'a) ', ''])('with “%s” before each', (bullet) => {
    const lines = `goals:\n  ${bullet}Fewer falls\n  ${bullet}Shorter waits\n`
    const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE + lines })
    const { stdout, file } = change(root, 'fix')
    expect(file()).toContain(lines)
    expect(stdout).toContain('write 2 items: Fewer falls; Shorter waits?')
  })

  test('nor those of a block', () => {
    const root = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}goals: |\n  • Fewer falls\n  • Shorter waits\n` })
    expect(change(root, 'fix').stdout).toContain('write 2 items: Fewer falls; Shorter waits?')
  })

  test('one line with a bullet is proposed without it', () => {
    const root = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}goals: • Fewer falls\n` })
    expect(change(root, 'fix').file()).toContain('goals: • Fewer falls\n')
  })

  test('one plain line is a list of one', () => {
    const root = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}goals: Fewer falls\n` })
    expect(change(root, 'fix').file()).toContain('goals:\n- Fewer falls\n')
  })
})

test.each([
  ['summary: - text', 'a dash begins an item of a list, on a line of its own'],
  ['goals:\n  * Fewer falls\n  * Shorter waits', 'a value that begins with * is an alias in YAML'],
])('%j is told as what it is', (lines, message) => {
  const root = harbour({ 'partnerships/rrp.yaml': `name: A\nstatus: active\n${lines}\n` })
  const { findings } = JSON.parse(change(root, 'validate', '--format', 'json').stdout)
  const syntax = findings.filter(({ code }: { code: string }) => code.startsWith('syntax/'))
  expect(syntax.map((it: { message: string }) => it.message)).toContain(message)
  expect(new Set(syntax.map((it: { line: number }) => it.line)).size).toBe(syntax.length)
})

test.each(['aliases: [a,\n  b\n]', 'value: {\n  amount: 5m\n}'])('a closing bracket at the margin: %j', (lines) => {
  const root = harbour({ 'partnerships/rrp.yaml': `name: A\nstatus: active\n${lines}\nkind: grant\n` })
  const { findings } = JSON.parse(change(root, 'validate', '--format', 'json').stdout)
  const syntax = findings.filter(({ code }: { code: string }) => code.startsWith('syntax/'))
  expect(syntax).toEqual([
    expect.objectContaining({
      line: 5,
      column: 1,
      message: `this ${lines.at(-1)} is not indented further than the key that it belongs to`,
    }),
  ])
})
