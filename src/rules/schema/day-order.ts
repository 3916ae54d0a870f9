import { dayFirst, formatDay } from '../../model/day.js'
import { writeFix } from '../../model/fix.js'
import { defineRegisterRule } from '../rule.js'
import { spelt } from '../spelt.js'

export const dayOrder = defineRegisterRule({
  code: 'schema/day-order',
  severity: 'info',
  summary: 'A day is written in numbers, and read with the day first.',
  source: 'register.yaml: day-order',
  why: 'The register knows what it means; somebody who reads the file elsewhere may take it for another day.',
  remedy: 'Write year-month-day.',
  *check({ register }) {
    if (register.settings['day-order'] !== 'day-first') return
    for (const { at, text } of spelt(register, 'day')) {
      const day = dayFirst(text)!
      const message = `"${text.trim()}" is read as ${formatDay(day)}`
      yield { at, key: text, message, hint: `write ${day}`, fix: writeFix(at.path, day, true) }
    }
  },
})
