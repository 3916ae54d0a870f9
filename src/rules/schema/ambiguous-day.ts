import { defineReaderRule } from '../rule.js'

export const ambiguousDay = defineReaderRule({
  code: 'schema/ambiguous-day',
  severity: 'error',
  summary: 'A day can be read in two ways.',
  source: 'Days are written 2019-04-30',
  why: '04/05/2019 is 4 May in Britain and 5 April in America, and software guesses; 2026-2027 is a financial year, or two years.',
  remedy:
    'Write year-month-day, and a financial year as 2026/27. Where all write the day first, `day-order: day-first` in register.yaml says so.',
})
