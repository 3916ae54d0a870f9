import { formatInexactDay, latestUpdate } from '../../model/day.js'
import { slug } from '../../model/id.js'
import { nearest } from '../../model/nearest.js'
import { at, atKey } from '../../model/place.js'
import { type Rule, defineRegisterRule } from '../rule.js'

const pastDue = defineRegisterRule({
  code: 'next-step/past-due',
  severity: 'warning',
  cause: 'time',
  summary: 'A next step of the latest update is past its day.',
  source: 'Next steps are promises to the Board',
  why: 'The next paper must answer it.',
  remedy: 'Write the next update, and answer it under `answers`.',
  *check({ register, asOf }) {
    const update = latestUpdate(register, asOf)
    for (const [index, { title, due }] of update?.['next-steps'].entries() ?? []) {
      if (due !== undefined && due.last < asOf)
        yield {
          at: at(update!, 'next-steps', index),
          key: due.last,
          message: `"${title}" was promised for ${formatInexactDay(due)}`,
        }
    }
  },
})

const unanswered = defineRegisterRule({
  code: 'next-step/unanswered',
  severity: 'error',
  summary: 'An update does not answer a next step of the previous one.',
  source: 'The next paper must answer each promise of the last',
  why: 'A Board loses sight of promises that vanish between papers.',
  remedy: 'Add it under `answers` with its state.',
  *check({ register }) {
    for (const [index, update] of register.updates.entries()) {
      const before = register.updates[index - 1]
      const answered = new Set(update.answers.map((it) => it.step))
      for (const [position, step] of before?.['next-steps'].entries() ?? []) {
        const id = step.id ?? slug(step.title)
        if (!answered.has(id))
          yield {
            at: atKey(update, 'answers'),
            key: id,
            message: `"${step.title}" of the previous update is not answered`,
            hint: `add it under answers with step: ${id}`,
            related: [{ at: at(before!, 'next-steps', position), message: 'the promise' }],
          }
      }
    }
  },
})

const unknownAnswer = defineRegisterRule({
  code: 'next-step/unknown-answer',
  severity: 'error',
  summary: 'An update answers a next step that was never promised.',
  source: 'Answers name the next steps of the previous update',
  why: 'A misspelt answer leaves the promise open.',
  remedy: 'Use the id of the next step.',
  *check({ register }) {
    for (const [index, update] of register.updates.entries()) {
      const steps = (register.updates[index - 1]?.['next-steps'] ?? []).map((it) => it.id ?? slug(it.title))
      for (const [position, { step }] of update.answers.entries()) {
        if (!steps.includes(step))
          yield {
            at: at(update, 'answers', position, 'step'),
            key: step,
            message: `"${step}" is not a next step of the previous update`,
            hint:
              steps.length === 0
                ? 'add the previous update'
                : `did you mean ${nearest(step, steps) ?? steps.join(', ')}?`,
          }
      }
    }
  },
})

export const nextStepRules: readonly Rule[] = [pastDue, unanswered, unknownAnswer]
