import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT, runPartners, runProgram } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-generate-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Runs the generator as `npm run bench:generate` does. */
function generate(name: string, ...options: string[]) {
  const out = join(work, name)
  const args = [join(ROOT, 'bench', 'generate.js'), '--count', '60', '--out', out, ...options]
  const { code: status, stderr } = runProgram(process.execPath, args, { cwd: ROOT, env: process.env })
  return { out, register: join(out, 'register'), status, stderr }
}

/** Every file of a folder with its text. */
const contents = (folder: string) =>
  (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as {
      isFile(): boolean
      parentPath: string
      name: string
    }[]
  )
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .sort()
    .map((path) => ({ path: path.slice(folder.length), text: readFileSync(path, 'utf8') }))

interface Expected {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
}
const told = ({ file, line, column, code }: Expected) => `${file}:${line}:${column} ${code}`
const expectedIn = (out: string): Expected[] => JSON.parse(readFileSync(join(out, 'expected.json'), 'utf8')).findings
const foundIn = (register: string): Expected[] =>
  JSON.parse(runPartners(['validate', '--format', 'json'], { cwd: register }).stdout).findings

describe('a generated register', () => {
  test.each(['1', '2', '3'])('of seed %s has the findings that its faults bring, and no others', (seed) => {
    const { out, register } = generate(`faulty-${seed}`, '--seed', seed, '--faults', '50')
    const expected = expectedIn(out)
    expect(new Set(expected.map((it) => it.code)).size).toBeGreaterThan(25)
    expect(foundIn(register).map(told)).toEqual(expected.map(told))
  })

  test('without faults has no finding of any severity', () => {
    const { out, register } = generate('faultless', '--faults', '0')
    expect(expectedIn(out)).toEqual([])
    expect(foundIn(register)).toEqual([])
  })

  test('is the same for the same seed, and another one for another', () => {
    const [first, again, other] = [generate('first'), generate('again'), generate('other', '--seed', '2')]
    expect(contents(again.out)).toEqual(contents(first.out))
    expect(contents(other.out)).not.toEqual(contents(first.out))
  })

  test('is of YAML alone where that is asked for, and has some markdown otherwise', () => {
    const markdown = (folder: string) =>
      contents(join(folder, 'partnerships')).filter(({ path }) => path.endsWith('.md')).length
    expect(markdown(generate('plain', '--markdown', '0').register)).toBe(0)
    expect(markdown(generate('mixed').register)).toBeGreaterThan(3)
  })
})

describe('the generator refuses', () => {
  test('a folder that is not empty, and leaves it as it was', () => {
    const out = join(work, 'taken')
    cpSync(join(ROOT, 'register', 'organisations'), out, { recursive: true })
    const before = contents(out)
    const { status, stderr } = generate('taken')
    expect({ status, stderr }).toEqual({ status: 2, stderr: `generate: ${out} is not empty; name a new folder\n` })
    expect(contents(out)).toEqual(before)
  })

  test('a folder that is a file', () => {
    writeFileSync(join(work, 'file'), '')
    expect(generate('file')).toMatchObject({ status: 2, stderr: expect.stringContaining('(ENOTDIR)') })
  })

  test('a count that is none', () => {
    expect(generate('never', '--count', 'many')).toMatchObject({
      status: 2,
      stderr: 'generate: --count many is not a whole number from 1 to 40000\n',
    })
  })
})
