import { slug } from '../../model/id.js'
import { at, atKey } from '../../model/place.js'
import { defineRegisterRule } from '../rule.js'

export const unanswered = defineRegisterRule({
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
