import { highestScore } from '../../model/risk.js'
import { bandOf } from '../../policy/risk-bands.js'
import { countRisks } from '../count-risks.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** The bands, and the matrix: in each cell its band, how many risks there are, and which. */
export function heatMap({ bands, scored, matrix }: Scope): Section<'bands' | 'matrix' | 'highest'> {
  const cell = (likelihood: number, consequence: number) => {
    const here = scored.filter((it) => it.likelihood === likelihood && it.consequence === consequence)
    return {
      letter: bandOf(bands, likelihood * consequence)?.letter ?? null,
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
      count: countRisks(
        `open risks that score ${from} to ${to}: ${name}`,
        scored.filter((it) => it.letter === letter),
      ),
    })),
    matrix: {
      columns: step(matrix.likelihoods),
      rows: step(matrix.consequences)
        .map((name, index) => ({ name, cells: matrix.likelihoods.map((_, column) => cell(column + 1, index + 1)) }))
        .toReversed(),
    },
    highest: String(highestScore(matrix)),
  }
}
