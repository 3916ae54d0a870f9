import { expect, test } from 'vitest'
import { runningOf } from '../../src/reports/running.js'
import { partnershipOf, registerOf } from '../policy/sample.js'

const part = (id: string, parent?: string, status = 'active') => partnershipOf({ name: id, parent, status }, id)
const wholes = (...partnerships: ReturnType<typeof part>[]) => {
  const running = runningOf(registerOf({ partnerships }))
  return Object.fromEntries(running.all.map((it) => [it.id, running.wholeOf(it).id]))
}

test('a part of a part belongs to the whole above both', () => {
  expect(wholes(part('a'), part('b', 'a'), part('c', 'b'))).toEqual({ a: 'a', b: 'a', c: 'a' })
})

test('a part whose whole has ended or is not there stands for itself; so does a circle', () => {
  expect(wholes(part('a', undefined, 'ended'), part('b', 'a'), part('c', 'x'))).toEqual({ b: 'b', c: 'c' })
  expect(wholes(part('a', 'b'), part('b', 'a'), part('c', 'c'))).toEqual({ a: 'a', b: 'b', c: 'c' })
})
