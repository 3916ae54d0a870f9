import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedTotals } from '../src/diff/consequences/totals.js'
import { syntaxErrors } from '../src/document/syntax-errors.js'
import type { MoneyFigure } from '../src/figures/figure.js'
import { partnershipList } from '../src/lists/partnerships.js'
import { buildRegister } from '../src/model/register.js'
import { runningPartnerships } from '../src/model/hierarchy.js'
import { answerPolicy } from '../src/policy/answers.js'
import { boardUpdate } from '../src/reports/board-update/index.js'
import { concentration as concentrationPaper } from '../src/reports/concentration/index.js'
import { documents as documentsPaper } from '../src/reports/documents/index.js'
import { evidence as evidencePaper } from '../src/reports/evidence/index.js'
import { registerExtract } from '../src/reports/register/index.js'
import { review as reviewPaper } from '../src/reports/review/index.js'
import { risk as riskPaper } from '../src/reports/risk/index.js'
import { packagePolicy } from '../src/source/package-files.js'
import { someFiles, sourcesOf } from './random-register.js'

const NOTHING_FOUND = { findings: [], permitted: [], accepted: [], entriesFound: new Set<number>() }

const AS_OF = '2026-09-30'

/** What a total says, without how it was made. */
const sum = ({ atLeast, atMost, unknown, oneOff, otherCurrency = [] }: MoneyFigure) => ({
  atLeast,
  atMost,
  unknown,
  oneOff,
  otherCurrency,
})

test('papers, list and totals of a comparison count the same partnerships and the same money', () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const register = buildRegister(sourcesOf(files), packagePolicy, { explain: syntaxErrors })!
      const policy = answerPolicy(register, AS_OF)
      const input = { register, policy, asOf: AS_OF, update: undefined, provenance: '' }
      const { held, proposals, parts, ended, ofEnded } = runningPartnerships(register)
      const board = boardUpdate.build(input).view
      const extract = registerExtract.build(input).view
      const concentration = concentrationPaper.build(input).view
      const review = reviewPaper.build(input).view
      const risk = riskPaper.build(input).view
      const documents = documentsPaper.build(input).view
      const evidence = evidencePaper.build({ ...input, check: NOTHING_FOUND }).view

      // all that there is, and each of it in one count
      expect(held.length + proposals.length + parts.length + ended.length).toBe(register.partnerships.length)

      const counts = {
        board: board.held.count,
        tiers: board.tiers.reduce((all, it) => all + it.count.count, 0),
        register: extract.held.count,
        concentration: concentration.partnerships.count,
        review: review.held.count - review.proposed.length,
        risk: risk.partnerships.count - risk.proposed.count,
        documents: documents.partnerships.count - documents.proposed.count,
        evidence: evidence.population.count - evidence.proposed.count,
        diff: Number(totalOf(register, 'Running partnerships')),
      }
      expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map((paper) => [paper, held.length])))
      expect([board, extract, concentration].map((it) => it.proposals.count.count)).toEqual(
        Array.from({ length: 3 }, () => proposals.length),
      )
      expect([board, extract].map((it) => [it.parts.count, it.ofEnded.count])).toEqual(
        Array.from({ length: 2 }, () => [parts.length, ofEnded.length]),
      )
      expect(extract.ended.count).toBe(ended.length)

      const totals = extract.totals.map(({ total }) => sum(total))
      expect(concentration.money.map(({ total }) => sum(total))).toEqual(totals)
      expect(board.totals.map(({ total }) => sum(total))).toEqual(
        totals.filter(({ atLeast, atMost, unknown, oneOff }) => unknown > 0 || oneOff === 0 || atLeast !== atMost),
      )

      const { columns, rows, counted } = partnershipList
      const values = columns.find((it) => it.key === 'annual-value')!
      expect(rows(input)).toHaveLength(register.partnerships.length)
      expect(counted!(rows(input), input) === undefined).toBe(parts.length + proposals.length + ended.length === 0)
      const isCounted = (it: (typeof held)[number]) => held.includes(it)
      const ofList = (rows(input) as typeof held)
        .filter(isCounted)
        .reduce((all, it) => all + Number(values.values(it as never, input)?.[0] ?? 0), 0)
      // every amount of these registers is exact and a year’s
      expect(ofList).toBe(totals.reduce((all, it) => all + it.atLeast.pence, 0))
    }),
    { numRuns: 100 },
  )
})

function totalOf(register: ReturnType<typeof buildRegister> & object, title: string): string {
  const state = { register, policy: answerPolicy(register, AS_OF), asOf: AS_OF }
  return comparedTotals(state, state).find((it) => it.title === title)!.after ?? '0'
}
