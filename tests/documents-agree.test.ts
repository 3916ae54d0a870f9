import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { syntaxErrors } from '../src/document/syntax-errors.js'
import { buildRegister, type Register } from '../src/model/register.js'
import { runningPartnerships } from '../src/model/hierarchy.js'
import { answerPolicy } from '../src/policy/answers.js'
import { isSure } from '../src/policy/documents.js'
import { boardUpdate } from '../src/reports/board-update/index.js'
import { documents } from '../src/reports/documents/index.js'
import type { PaperInput } from '../src/reports/paper.js'
import { partnership, type PartnershipView } from '../src/reports/partnership/index.js'
import { risk } from '../src/reports/risk/index.js'
import { packagePolicy } from '../src/source/package-files.js'
import { runPartners } from './run-partners.js'
import { someFiles, sourcesOf } from './random-register.js'

const AS_OF = '2026-09-30'
const inputOf = (register: Register, subject?: Register['partnerships'][number]): PaperInput => ({
  register,
  policy: answerPolicy(register, AS_OF),
  asOf: AS_OF,
  update: undefined,
  provenance: '',
  subject,
})

test('papers of any register count the same documents, and tell one end of each', () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const register = buildRegister(sourcesOf(files), packagePolicy, { explain: syntaxErrors })
      if (register === undefined) return
      const input = inputOf(register)
      const board = boardUpdate.build(input).view.documents
      const paper = documents.build(input).view
      const { needed, inForce, notSigned, expired, missing } = paper
      expect([board.needed.count, board.inForce.count]).toEqual([needed.count, inForce.count])
      expect(inForce.count + notSigned.count + expired.count + missing.count).toBe(needed.count)

      // tables by type count demands: together as many as there are documents, and those that these meet besides
      const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((all, it) => all + it.count, 0)
      expect(sum(board.sure.map((it) => it.asked)) - board.metToo.count).toBe(needed.count)
      expect(sum(paper.types.map((it) => it.needed)) - paper.metToo.count).toBe(needed.count)

      const { profiles } = risk.build(input).view
      const profileRow = paper.types.find((it) => it.title === 'Risk profile')
      expect(profiles?.asked.count ?? 0).toBe(profileRow?.needed.count ?? 0)

      const ends = new Map<string, string | undefined>()
      for (const it of runningPartnerships(register).all) {
        const told = input.policy.documentsAsShown(it)
        for (const { at, until, state, document } of told) {
          expect(document?.status).not.toBe('superseded')
          if (!['held', 'expiring', 'expired'].includes(state)) continue
          const place = `${at.file} ${at.path.join(' ')}`
          expect(ends.get(place) ?? until).toBe(until)
          ends.set(place, until)
        }
        const page = (partnership.build(inputOf(register, it)).view as PartnershipView).documents
        expect(page.asked.count).toBeLessThanOrEqual(told.filter(isSure).length + sumOfParts(register, it))
        expect(page.wanting.count).toBeLessThanOrEqual(page.asked.count)
      }
    }),
    { numRuns: 100 },
  )
})

/** Demands of the parts of a partnership, which its page tells with its own. */
const sumOfParts = (register: Register, whole: Register['partnerships'][number]) =>
  runningPartnerships(register)
    .partsOf(whole)
    .flatMap((it) => answerPolicy(register, AS_OF).documents(it)).length

test('a document in force reads the same in every paper and list', () => {
  const run = (...args: string[]) => runPartners([...args, '-r', 'tests/registers/riverside']).stdout
  const papers = [
    ['governance', 'rrp'],
    ['register'],
    ['documents'],
    ['partnership', 'rrp'],
    ['evidence', '--id', 'rrp'],
  ].map((args) => run('report', ...args))
  for (const paper of [...papers, run('show', 'rrp', '--format', 'markdown')])
    expect(paper).toContain('in force until 31 March 2029')
  expect(run('list', 'documents')).toMatch(/Agreement .* in force +31 March/)
  const where = (state: string) => run('list', 'documents', '--where', `state=${state}`, '--format', 'json')
  expect(where('in force')).toBe(where('held'))
})
