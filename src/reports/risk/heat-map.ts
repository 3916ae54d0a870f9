import { highestScore } from '../../model/risk.js'
import { bandOf } from '../../policy/risk-bands.js'
import { countRisks } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, group, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /** The most serious first. */
  bands: rows({ letter: text, name: text, scores: text, count }),
  /** The highest score that there can be. */
  highest: text,
  /** Rows by consequence, the most serious first; cells by likelihood. */
  matrix: group({
    columns: texts,
    rows: rows({ name: text, cells: rows({ letter: maybe, count, numbers: texts }) }),
  }),
}

/** The bands, and the matrix: in each cell its band, how many risks there are, and which. */
export const heatMap = section(shape, ({ bands, scored, matrix }: Scope) => {
  const cell = (likelihood: number, consequence: number) => {
    const here = scored.filter((it) => it.likelihood === likelihood && it.consequence === consequence)
    return {
      letter: bandOf(bands, likelihood * consequence)?.letter,
      count: countRisks(`open risks with likelihood ${likelihood} and consequence ${consequence}`, here),
      numbers: here.map((it) => it.number),
    }
  }
  const step = (words: readonly string[]) => words.map((word, index) => `${index + 1} ${word}`)
  return {
    bands: bands.toReversed().map(({ letter, name, from, to }) => ({
      letter,
      name,
      scores: from === to ? String(from) : `${from} to ${to}`,
      count: countRisks(`open risks that score ${from} to ${to}: ${name}`, scored, (it) => it.letter === letter),
    })),
    matrix: {
      columns: step(matrix.likelihoods),
      rows: step(matrix.consequences)
        .map((name, index) => ({ name, cells: matrix.likelihoods.map((_, column) => cell(column + 1, index + 1)) }))
        .toReversed(),
    },
    highest: String(highestScore(matrix)),
  }
})
