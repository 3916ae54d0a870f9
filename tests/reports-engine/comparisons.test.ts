import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../src/reports/engine/check-template.js'
import { view } from './view.js'

const told = (source: string) => {
  const [problem] = checkTemplate(source, view, {})
  return `${problem?.line}:${problem?.column} ${problem?.message}`
}

describe('a template that compares or reckons is told so, at the sign', () => {
  test.each([
    ['# A\n\n{{#if held > 1}}x{{/if}}', '3:12', '>'],
    ['# A {{#if held>1}}x{{/if}}', '1:15', '>'],
    ['{{title}}\n{{#if held >= 1}}x{{/if}}', '2:12', '>='],
    ['{{#if held == 1}}x{{/if}}', '1:12', '=='],
    ['{{#if held === 1}}x{{/if}}', '1:12', '==='],
    ['{{#if held != 1}}x{{/if}}', '1:12', '!='],
    ['{{#if (held < 1)}}x{{/if}}', '1:13', '<'],
    ['{{#if note && title}}x{{/if}}', '1:12', '&&'],
    ['{{#if note || title}}x{{/if}}', '1:12', '||'],
    ['{{#if !note}}x{{/if}}', '1:7', '!'],
    ['{{held + held}}', '1:8', '+'],
  ])('%j', (source, place, sign) => {
    expect(told(source)).toBe(`${place} templates do not compare or calculate, so "${sign}" cannot be used here`)
  })

  test('with what can be asked instead', () => {
    expect(checkTemplate('{{#if held > 1}}x{{/if}}', view, {})[0]?.hint).toContain('{{#if (some held)}}')
  })

  test('a sign in the text between tags is none of that', () => {
    expect(told('a > b {{#if note}}x')).toBe('1:20 a block is not closed before the end')
    expect(checkTemplate('a > b && c == d ! {{title}}', view, {})).toEqual([])
  })
})
