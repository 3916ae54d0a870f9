import { slug } from '../../model/id.js'
import { nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import { defineRegisterRule } from '../rule.js'

export const unknownAnswer = defineRegisterRule({
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
