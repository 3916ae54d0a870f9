import { expect, test } from 'vitest'
import { progressOn } from '../src/cli/progress.js'

/** A terminal and a clock that a test turns on. */
function terminal(env: Record<string, string> = {}, isTerminal = true, width = 80) {
  let now = 0
  const written: string[] = []
  const progress = progressOn({
    stderr: { write: (text) => void written.push(String(text)), isTerminal, width },
    clock: { today: () => '2026-04-30', elapsed: () => now, time: () => '12:00:00' },
    env,
  })
  return { progress, written, at: (milliseconds: number) => (now = milliseconds) }
}

test('work of less than a second is not told of', () => {
  const { progress, written, at } = terminal()
  at(999)
  progress!.reading(9000, 10_000)
  progress!.checking(10_000)
  progress!.end()
  expect(written).toEqual([])
})

test('longer work is told in one line that is written over, and erased', () => {
  const { progress, written, at } = terminal()
  at(1000)
  progress!.reading(4250, 10_000)
  at(1050)
  progress!.reading(4500, 10_000) // too soon after the last
  at(1200)
  progress!.checking(12)
  progress!.end()
  progress!.end()
  expect(written).toEqual([
    '\rReading 4,250 of 10,000 files',
    '\rChecking 12 partnerships     ',
    `\r${' '.repeat('Checking 12 partnerships'.length)}\r`,
  ])
})

test('it fits a narrow terminal, and needs no colour', () => {
  const { progress, written, at } = terminal({ NO_COLOR: '1' }, true, 12)
  at(2000)
  progress!.reading(1, 2)
  expect(written).toEqual(['\rReading 1 o'])
})

test('a pipe, CI and a dumb terminal get none', () => {
  expect(terminal({}, false).progress).toBeUndefined()
  expect(terminal({ CI: 'true' }).progress).toBeUndefined()
  expect(terminal({ TERM: 'dumb' }).progress).toBeUndefined()
})
