import type { Partnership } from '../../model/partnership.js'
import { countPartnerships } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

type Partner = Partnership['partners'][number]

const shape = {
  /** Partnerships whose partners are not all known, nor the documents that they need. */
  partnersOpen: count,
  /** Those of them that have partners who are not named, and those of which none is recorded. */
  unnamed: texts,
  unstated: texts,
}

/** Partnerships whose list of required documents cannot be whole, as not all partners are known. */
export const openPartners = section(shape, (scope: Scope) => {
  const { wholes } = scope.running
  const unnamed = wholes.filter((it) => partnersOf(it, scope).some(isUnnamed))
  const unstated = wholes.filter((it) => partnersOf(it, scope).length === 0)
  return {
    partnersOpen: countPartnerships('partnerships with a partner who is not named, or with none recorded', [
      ...unnamed,
      ...unstated,
    ]),
    unnamed: unnamed.map((it) => it.name),
    unstated: unstated.map((it) => it.name),
  }
})

/** The partners of a whole and of its parts, apart from ourselves. */
const partnersOf = (whole: Partnership, { running, register }: Scope): Partner[] =>
  running.all
    .filter((it) => running.wholeOf(it) === whole)
    .flatMap((it) => it.partners)
    .filter((it) => it.organisation !== register.settings.organisation)

/** Is only its group recorded? */
const isUnnamed = ({ organisation }: Partner) => organisation === undefined
