import { describe, expect, test } from 'vitest'
import { parseYaml } from '../src/document/parse.js'
import { entryOf, type MapNode } from '../src/document/node.js'
import { successorOf } from '../src/model/participation.js'
import { nearest } from '../src/model/nearest.js'
import { parseInexactDay } from '../src/model/day.js'
import { parseMoney, proposeValue } from '../src/model/money.js'
import type { Partnership } from '../src/model/partnership.js'
import type { Register } from '../src/model/register.js'
import { withAncestors, hierarchyOf, type HierarchyNode } from '../src/model/hierarchy.js'
import { table } from '../src/output/rows/table.js'
import { plainText } from '../src/output/findings/terminal-text.js'
import { checkTemplate } from '../src/reports/engine/check-template.js'
import { readTemplates } from '../src/reports/engine/read-templates.js'
import { renderMarkdown } from '../src/reports/engine/render.js'
import { view } from './reports-engine/view.js'

/*
 * Nothing grows faster than n log n in what a register holds. Steps are counted, as time depends on the machine: those
 * that the code under test takes through what it is handed (a name compared, a parent looked up, a partial read), or
 * through a method of texts that its work consists of.
 */

/** Twice the size takes at most so many times the steps: n log n from a hundred on. */
const MOST = 2.4

/** How many times as many steps twice the size takes. */
function growthOf(size: number, steps: (size: number) => number): number {
  const [once, twice] = [steps(size), steps(2 * size)]
  expect(once).toBeGreaterThan(size / 100) // what is counted is what is done
  return twice / once
}

type Method = 'charCodeAt' | 'codePointAt' | 'slice' | 'toLowerCase' | 'startsWith' | 'split'

/** How often methods of texts are called, and through how many letters they go, while something is done. */
function lettersIn(methods: readonly Method[], run: () => void): number {
  const prototype = String.prototype as unknown as Record<Method, (...args: unknown[]) => unknown>
  const own = methods.map((it) => prototype[it])
  let letters = 0
  for (const [index, name] of methods.entries())
    prototype[name] = function (this: string, ...args: unknown[]) {
      const result = own[index]!.apply(this, args)
      letters +=
        name === 'charCodeAt' || name === 'codePointAt' ? 1 : name === 'slice' ? String(result).length : this.length
      return result
    }
  try {
    run()
  } finally {
    for (const [index, name] of methods.entries()) prototype[name] = own[index]!
  }
  return letters
}

describe('names', () => {
  const names = (count: number) => new Set(Array.from({ length: count }, (_, it) => `Head of Service ${it}`))

  test('each that is misspelt is compared with so many others, however many there are', () => {
    const steps = (size: number) => {
      const known = names(size)
      return lettersIn(['charCodeAt'], () => {
        for (let it = 0; it < size; it++) nearest(`Head of Servise ${it}`, known)
      })
    }
    expect(growthOf(1500, steps)).toBeLessThan(MOST)
  })

  test('and the one that was meant is found among thousands', () => {
    expect(nearest('Head of Servise 7777', names(20_000))).toBe('Head of Service 7777')
    expect(nearest('haed of service 7777', names(20_000))).toBe('Head of Service 7777')
    expect(nearest('head of service 19999', names(20_000))).toBe('Head of Service 19999')
  })
})

describe('parents, mergers and keys', () => {
  /** Partnerships of which each is a part of the one before, in a circle or not, that count how often a parent is asked for. */
  function chain(size: number, isCircle: boolean) {
    const asked = { times: 0 }
    const partnerships = Array.from({ length: size }, (_, index) => ({
      id: `a${index}`,
      name: `A ${index}`,
      file: `partnerships/a${index}.yaml`,
      status: 'active',
      get parent() {
        asked.times++
        return index > 0 ? `a${index - 1}` : isCircle ? `a${size - 1}` : undefined
      },
    })) as unknown as Partnership[]
    return { asked, partnerships }
  }
  const registerOf = (over: object) =>
    ({ partnerships: [], organisations: [], updates: [], settings: {}, ...over }) as unknown as Register

  test.each([false, true])('a part looks up a bounded number of wholes; in a circle: %s', (isCircle) => {
    const steps = (size: number) => {
      const { asked, partnerships } = chain(size, isCircle)
      const register = registerOf({ partnerships })
      for (const it of partnerships) withAncestors(register, it)
      hierarchyOf(partnerships)
      return asked.times
    }
    expect(growthOf(2000, steps)).toBeLessThan(MOST)
  })

  test('a line of ten thousand parts is put inside each other without an end to the stack, and none is lost', () => {
    const { partnerships } = chain(10_000, false)
    const count = (wholes: readonly HierarchyNode[]): number => {
      let sum = 0
      for (const it of wholes) sum += 1 + count(it.parts)
      return sum
    }
    expect(count(hierarchyOf(partnerships))).toBe(10_000)
  })

  test.each([false, true])('a line of mergers is followed once, whoever is asked for; in a circle: %s', (isCircle) => {
    const steps = (size: number) => {
      let asked = 0
      const organisations = Array.from({ length: size }, (_, index) => ({
        id: `o${index}`,
        file: `organisations/o${index}.yaml`,
        get merged() {
          asked++
          return index + 1 < size ? { into: `o${index + 1}` } : isCircle ? { into: 'o0' } : undefined
        },
      }))
      const register = registerOf({ organisations })
      const ends = organisations.map(({ id }) => successorOf(register, id, '2026-01-01'))
      expect(ends[0]).toBe(isCircle ? 'o0' : `o${size - 1}`)
      expect(ends[size - 2]).toBe(isCircle ? `o${size - 2}` : `o${size - 1}`)
      return asked
    }
    expect(growthOf(2000, steps)).toBeLessThan(MOST)
  })

  test('a key is looked up, not looked for', () => {
    const steps = (size: number) => {
      const read = parseYaml(Array.from({ length: size }, (_, it) => `key${it}: x\n`).join(''))
      if ('reason' in read) throw new Error('it cannot be parsed')
      let asked = 0
      const { entries } = read.root as MapNode
      const counted = entries.map(({ key, value }) => ({
        value,
        get key() {
          asked++
          return key
        },
      }))
      const map = { ...(read.root as MapNode), entries: counted }
      for (let it = 0; it < size; it++) if (entryOf(map, `key${it}`) === undefined) throw new Error('it is not found')
      return asked
    }
    expect(growthOf(2000, steps)).toBeLessThan(MOST)
  })
})

describe('money and days', () => {
  test('a phrase of money is short, or none: no pattern looks through a long text for one', () => {
    expect(proposeValue('up to £2m a year')).toBeDefined()
    for (const text of [`1${' '.repeat(500_000)}x`, `${'1,'.repeat(250_000)}x`, `${'£'.repeat(500_000)}1`])
      expect(lettersIn(['split', 'slice', 'toLowerCase'], () => proposeValue(text))).toBe(0)
  })

  test.each([
    ['an amount', parseMoney],
    ['a day', parseInexactDay],
  ])('%s is read by patterns that go through a text once', (_, read) => {
    // an engine that went through half a million letters for each of them would not be back today
    for (const part of ['1', ' ', '1,', '2019-', '/', '2019/', 'FY ', '1 ', 'March '])
      for (const end of ['', 'x', '1']) expect(() => read(`2019${part.repeat(500_000)}${end}`)).not.toThrow()
  })
})

describe('what is shown', () => {
  test('a cell is measured and wrapped once, and no more of it than a page', () => {
    const steps = (size: number) => {
      const columns = [
        { key: 'a', label: 'A', wraps: true },
        { key: 'b', label: 'B', wraps: true },
      ]
      const cell = { text: 'word '.repeat(size / 5), value: null }
      return lettersIn(['slice', 'split', 'codePointAt', 'charCodeAt'], () =>
        table({ columns, rows: [{ cells: { a: cell, b: cell } }] }, { width: 80, colour: false }),
      )
    }
    expect(growthOf(1000, steps)).toBeLessThan(MOST)
    expect(growthOf(50_000, (size) => steps(size) + size / 100)).toBeLessThan(1.2)
  })

  test('rows and groups are gone through once', () => {
    const steps = (size: number) => {
      let asked = 0
      const rows = Array.from({ length: size }, (_, index) => ({
        get group() {
          asked++
          return `group ${index}`
        },
        cells: { a: { text: 'x', value: 'x' } },
      }))
      table({ columns: [{ key: 'a', label: 'A' }], rows }, { width: 80, colour: false })
      return asked
    }
    expect(growthOf(500, steps)).toBeLessThan(MOST)
  })

  test.each(['word ', 'w', 'long-word-'])('a text of %j is wrapped in steps that grow as it does', (part) => {
    const steps = (size: number) =>
      lettersIn(['split', 'slice', 'startsWith'], () => plainText.wrap(part.repeat(size), 60)) + size
    expect(growthOf(2000, steps)).toBeLessThan(MOST)
  })
})

describe('templates', () => {
  /** Partials that count how often they are read; each calls the next twice. */
  function calling(size: number) {
    const read = { times: 0 }
    const partials: Record<string, string> = {}
    for (let it = 0; it < size; it++)
      Object.defineProperty(partials, `p${it}`, {
        enumerable: true,
        get: () => (read.times++, it + 1 < size ? `{{> p${it + 1}}}{{> p${it + 1}}}` : 'x'),
      })
    return { read, partials }
  }

  test('a partial is checked once for what it is given', () => {
    const steps = (size: number) => {
      const { read, partials } = calling(size)
      expect(checkTemplate('{{> p0}}', view, partials)).toEqual([])
      return read.times
    }
    expect(growthOf(20, steps)).toBeLessThan(MOST)
  })

  test('and each time for something else', () => {
    const told = checkTemplate('{{> p lead}}{{> p}}', view, { p: '{{title}}' })
    expect(told.map((it) => it.message)).toEqual(['"title" is not in the view'])
  })

  test('partials call each other so deep, and no deeper', () => {
    const { partials } = calling(1000)
    const messages = checkTemplate('{{> p0}}', view, partials).map((it) => it.message)
    expect(new Set(messages)).toEqual(new Set(['more than 50 partials call each other here']))
  })

  test.each([
    ['blocks', '{{#with lead}}', '{{/with}}'],
    ['else-ifs', '{{#if note}}', '{{/if}}'],
    ['brackets', '{{#if (some ', ')}}{{/if}}'],
  ])('%s stand inside each other so deep, and no deeper: more is not parsed at all', (what, open, close) => {
    const nested = (depth: number) =>
      what === 'else-ifs'
        ? `${open}${'{{else if note}}'.repeat(depth - 1)}${close}`
        : what === 'brackets'
          ? `{{#if ${'(some '.repeat(depth)}held${')'.repeat(depth)}}}{{/if}}`
          : `${open.repeat(depth)}${close.repeat(depth)}`
    const tooDeep = 'more than 100 blocks and brackets are nested here'
    const messages = (depth: number) => checkTemplate(nested(depth), view, {}).map((it) => it.message)
    expect(messages(99)).not.toContain(tooDeep)
    expect(messages(101)).toEqual([tooDeep])
    expect(messages(100_000)).toEqual([tooDeep])
  })

  test('what comes to no end when it is printed is stopped, and told', () => {
    const { partials } = calling(40)
    expect(() => renderMarkdown('{{> p0}}', partials, {}, readTemplates)).toThrow(
      /goes through more than 2,000,000 entries/,
    )
    const list = Array.from({ length: 2000 }, () => 'x')
    expect(() =>
      renderMarkdown('{{#each list}}{{#each ../list}}{{/each}}{{/each}}', {}, { list }, readTemplates),
    ).toThrow(/2,000,000/)
  })

  test('a partial may be called anything', () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(renderMarkdown(`{{> ${name}}}`, Object.fromEntries([[name, 'x']]), {}, readTemplates).markdown).toBe('x\n')
  })
})
