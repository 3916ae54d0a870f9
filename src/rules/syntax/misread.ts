import { isEmpty, type ScalarNode } from '../../document/node.js'
import { defineRule } from '../rule.js'
import { scalarsOf } from '../scalars.js'

/** What YAML 1.1 or 1.2 readers turn into a number, flag, day or nothing. */
const MISREAD =
  /^(?:[-+]?(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]+|true|false|yes|no|on|off|y|n|null|~|\d{1,2}(?::\d{2})+|\.inf|\.nan)$/i

export const misread = defineRule({
  code: 'syntax/misread',
  severity: 'info',
  summary: 'A code is written so that other programs misread it.',
  source: 'YAML readers turn 00123, 5E1, no and 1.10 into something else',
  why: 'A spreadsheet import or another tool would get another value than the one that stands here.',
  mend: 'Put it in quotes.',
  *check({ register }) {
    for (const { at, text } of scalarsOf(register, ['code', 'choice'], isMisread))
      yield {
        at,
        key: text,
        message: `other programs read ${text} as something else`,
        hint: `put it in quotes: "${text}"`,
      }
  },
})

const isMisread = (node: ScalarNode) => node.style === 'plain' && !isEmpty(node) && MISREAD.test(node.text)
