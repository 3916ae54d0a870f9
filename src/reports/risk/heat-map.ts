import { CONSEQUENCES, LIKELIHOODS } from '../../model/risk.js'
import { bandOf } from '../../policy/risk-bands.js'
import { countRisks } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, group, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /** The gravest first. */
  bands: rows({ letter: text, name: text, scores: text, count }),
  /** Rows by consequence from 5 to 1, cells by likelihood from 1 to 5. */
  matrix: group({
    columns: texts,
    rows: rows({ name: text, cells: rows({ letter: maybe, count, numbers: texts }) }),
  }),
}

/** The bands, and the matrix of five by five: in each cell its band, how many risks there are, and which. */
export const heatMap = section(shape, ({ bands, scored }: Scope) => {
  const cell = (likelihood: number, consequence: number) => {
    const here = scored.filter((it) => it.likelihood === likelihood && it.consequence === consequence)
    return {
      letter: bandOf(bands, likelihood * consequence)?.letter,
      count: countRisks(`open risks with likelihood ${likelihood} and consequence ${consequence}`, here),
      numbers: here.map((it) => it.number),
    }
  }
  const step = (words: readonly string[]) => words.map((word, index) => `${index + 1} ${word}`)
  const steps = [1, 2, 3, 4, 5]
  return {
    bands: bands.toReversed().map(({ letter, name, from, to }) => ({
      letter,
      name,
      scores: from === to ? String(from) : `${from} to ${to}`,
      count: countRisks(`open risks that score ${from} to ${to}: ${name}`, scored, (it) => it.letter === letter),
    })),
    matrix: {
      columns: step(LIKELIHOODS),
      rows: steps.toReversed().map((consequence) => ({
        name: step(CONSEQUENCES)[consequence - 1]!,
        cells: steps.map((likelihood) => cell(likelihood, consequence)),
      })),
    },
  }
})
