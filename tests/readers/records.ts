import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { generateRegister } from '../../bench/generate/register.js'
import { RECORD_KINDS, type RecordKind } from '../../src/model/record-kinds.js'
import { kindOf } from '../../src/model/record-schemas.js'
import { ROOT } from '../run-partners.js'
import { randomRecord } from './random-records.js'

/** A record as a text. */
export interface WrittenRecord {
  readonly file: string
  readonly kind: RecordKind
  readonly text: string
}

/** The folders of the registers here: the default one, and those in examples/ and tests/registers. */
export const REGISTERS: readonly string[] = ['register', 'examples', 'tests/registers'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .concat('')
    .map((it) => join(folder, it))
    .filter((it) => readdirOrNone(it).includes('register.yaml')),
)

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder))
  } catch {
    return [] // a file
  }
}

/** The records of a register. */
export const recordsIn = (register: string): WrittenRecord[] =>
  readdirSync(join(ROOT, register), { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((file) => recordOf(file, () => readFileSync(join(ROOT, register, file), 'utf8')))

/** The records of a large register, many with a fault or as markdown. */
export const generatedRecords = (seed: number): WrittenRecord[] =>
  generateRegister({ count: 40, seed, faults: 30, markdown: 30 }).files.flatMap(({ path, text }) =>
    recordOf(path, () => text),
  )

/** The policies that come with the tool. */
export const policies = (): WrittenRecord[] =>
  readdirSync(join(ROOT, 'policies'))
    .filter((it) => it.endsWith('.yaml'))
    .flatMap((it) => recordOf(`policies/${it}`, () => readFileSync(join(ROOT, 'policies', it), 'utf8')))

/** Records with values of all fields. */
export const randomRecords = (seed: number, ofEachKind: number): WrittenRecord[] =>
  RECORD_KINDS.flatMap((kind) =>
    fc.sample(randomRecord(kind), { seed, numRuns: ofEachKind }).map((text) => ({ file: `${kind}.yaml`, kind, text })),
  )

function recordOf(file: string, text: () => string): WrittenRecord[] {
  const kind = /\.(?:ya?ml|md)$/.test(file) ? kindOf(file) : undefined
  return kind === undefined ? [] : [{ file, kind, text: text() }]
}
