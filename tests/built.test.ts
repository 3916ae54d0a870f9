import { createRequire } from 'node:module'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Node, Path } from '../src/document/node.js'
import { syntaxErrors } from '../src/document/syntax-errors.js'
import { checkOpened } from '../src/cli/checked.js'
import { printedFrom } from '../src/cli/open-register.js'
import { openPaperRun } from '../src/cli/paper-run.js'
import { clock } from '../src/cli/start.js'
import { findWording } from '../src/cli/templates.js'
import type { PackagePolicy } from '../src/model/built-policy.js'
import { RecordStore } from '../src/model/record-store.js'
import { buildRegister, type Register } from '../src/model/register.js'
import { dutiesOf } from '../src/duties/index.js'
import { lettersOf } from '../src/duties/letters.js'
import { locateFindings, Locator } from '../src/output/located.js'
import { compiledTemplates } from '../src/reports/engine/compiled-templates.js'
import { readTemplates } from '../src/reports/engine/read-templates.js'
import { makePaper } from '../src/reports/make-paper.js'
import type { PaperInput } from '../src/reports/paper.js'
import { showOrganisation } from '../src/reports/show-organisation/index.js'
import { showPartnership } from '../src/reports/show-partnership/index.js'
import { templated } from '../src/reports/templated.js'
import { isAsBuilt, type CompiledPaper } from '../src/reports/wording/compiled-paper.js'
import { objectId } from '../src/source/object-id.js'
import { packagePolicy } from '../src/source/package-files.js'
import { readRegisterFiles } from '../src/source/read-files.js'
import { ROOT, runProgram } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

// What the build makes of templates and policies is what a run would make of them.

const REGISTERS = [
  'register',
  'examples/nhs-brent-2010',
  'examples/nw-london-2009',
  'examples/riverside/before',
  'examples/riverside/after',
  'examples/ten-mistakes',
  'tests/registers/harbour',
  'tests/registers/riverside',
]
const AS_OF = '2026-04-30'

/** What the build has written for the program; it is built before any test. */
const built = createRequire(join(ROOT, 'dist', 'built', '-'))
const compiledPaper = (name: string) => built(`./${name}.cjs`) as CompiledPaper

const nowhere = { write: () => {}, isTerminal: false, width: 80 }
const ports = { cwd: ROOT, env: {}, stdin: { isTerminal: false }, stdout: nowhere, stderr: nowhere, clock }

describe.each(REGISTERS)('%s', (register) => {
  test.each(templated)('$name is the same from compiled templates as from read ones', async (paper) => {
    const options = { register, asOf: AS_OF, incomplete: true }
    const { opened, input } = await openPaperRun(ports, paper, undefined, options)
    const wording = findWording(ports, opened, paper.name, undefined)
    const { template, partials } = compiledPaper(paper.name)
    expect(isAsBuilt({ template, partials }, wording, input.update)).toBe(true)
    const engine = compiledTemplates([template, ...Object.values(partials)])
    for (const it of inputsOf(paper, input)) {
      const [fromCompiled, fromRead] = [engine, readTemplates].map((way) =>
        makePaper(paper, wording, it, way, ({ at }) => at.file),
      )
      expect(fromCompiled).toBe(fromRead)
    }
  })

  test('every finding and its reasons are the same, and at the same lines, by a policy read at build', async () => {
    const sources = await readRegisterFiles(join(ROOT, register))
    const [fromBuilt, fromRead] = await Promise.all(
      [builtPolicy, packagePolicy].map(async (inherited) => {
        const read = buildRegister(sources, inherited, { explain: syntaxErrors })!
        const root = join(ROOT, register)
        const opened = { register: read, root, printed: printedFrom(ROOT, root), records: new RecordStore() }
        const { check } = await checkOpened(opened, AS_OF, { history: false })
        return locateFindings(check.findings, new Locator(read, opened.printed), (text) => text)
      }),
    )
    expect(fromBuilt).toEqual(fromRead)
  })
})

/** One for each partnership and organisation that a paper may be about, or for each letter. */
function inputsOf({ name, needsSubject }: (typeof templated)[number], input: PaperInput): readonly PaperInput[] {
  const { partnerships, organisations } = input.register
  const letters = () => lettersOf(dutiesOf(input.register, input.policy), input.asOf, input.policy.soon)
  if (name.startsWith('letter-'))
    return letters().flatMap((letter) => (name === `letter-${letter.to.kind}` ? { ...input, letter } : []))
  if (name === showOrganisation.name) return organisations.map((organisation) => ({ ...input, organisation }))
  if (needsSubject || name === showPartnership.name) return partnerships.map((subject) => ({ ...input, subject }))
  return [input]
}

/** A policy of the package as the program finds it once it is built. */
function builtPolicy(name: string): PackagePolicy | undefined {
  const policy = packagePolicy(name)
  const part = (ending: string) => built(`./${name}.${objectId(policy!.bytes!)}${ending}.json`) as never
  return policy && { ...policy, record: part(''), tree: () => part('.tree') }
}

test('a policy read at build has the same values, and each value the same place', () => {
  const own = { path: 'policy.yaml', bytes: Buffer.from('extends: nhs-2026\n') }
  const [fromBuilt, fromRead] = [builtPolicy, packagePolicy].map((find) => buildRegister([own], find)!)
  expect(fromBuilt!.policies).toEqual(fromRead!.policies)
  const places = (register: Register) => {
    const file = 'policies/nhs-2026.yaml'
    const locator = new Locator(register, (it) => it)
    return [...pathsIn(register.files.get(file)!.root!)].flatMap((path) =>
      (['value', 'key'] as const).map((on) => ({ path, ...locator.locate({ file, path, on }) })),
    )
  }
  expect(places(fromRead!).length).toBeGreaterThan(500)
  expect(places(fromBuilt!)).toEqual(places(fromRead!))
})

test('where days in numbers begin with the day, which the build does not know, the policy is read', () => {
  const settings = { path: 'register.yaml', bytes: Buffer.from('schema: 1\norganisation: us\nday-order: day-first\n') }
  const own = { path: 'policy.yaml', bytes: Buffer.from('extends: nhs-2026\n') }
  const marked = (name: string) => ({ ...builtPolicy(name)!, record: { ...builtPolicy(name)!.record!, data: {} } })
  const [fromBuilt, fromRead] = [marked, packagePolicy].map((find) => buildRegister([settings, own], find)!)
  expect(fromBuilt!.policies).toEqual(fromRead!.policies)
})

function* pathsIn(node: Node, path: Path = []): Iterable<Path> {
  if (path.length > 0) yield path
  if (node.kind === 'map') for (const { key, value } of node.entries) yield* pathsIn(value, [...path, key.text])
  if (node.kind === 'list') for (const [index, it] of node.items.entries()) yield* pathsIn(it, [...path, index])
}

describe('beside the program', () => {
  const copy = () => {
    const folder = tempFolder()
    for (const it of ['bin', 'dist', 'policies', 'templates', 'package.json'])
      cpSync(join(ROOT, it), join(folder, it), { recursive: true })
    return folder
  }
  const run = (folder: string, ...args: string[]) =>
    runProgram(process.execPath, [join(folder, 'bin', 'partners.cjs'), ...args, '-r', join(ROOT, 'register')], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] },
    })
  const RISK = ['report', 'risk', '--as-of', AS_OF]
  const paperIn = (folder: string) => join(folder, 'dist', 'built', 'risk.cjs')

  const treeIn = (folder: string) => {
    const places = join(folder, 'dist', 'built')
    return join(
      places,
      readdirSync(places).find((it) => it.endsWith('.tree.json'))!,
    )
  }

  test('lies what the build made, and the program uses it', () => {
    const folder = copy()
    const text = readFileSync(paperIn(folder), 'utf8')
    writeFileSync(paperIn(folder), `${text}\nexports.template.code.main = () => 'Compiled.'\n`)
    expect(run(folder, ...RISK).stdout).toMatch(/^Compiled\.\n/)
  })

  test.each<[string, (folder: string) => void]>([
    ['is not there', (folder) => rmSync(join(folder, 'dist', 'built'), { recursive: true })],
    ['is damaged', (folder) => writeFileSync(paperIn(folder), 'exports.template = {')],
    ['is damaged where the places of the policy are', (folder) => writeFileSync(treeIn(folder), '{')],
    ['was made of another template', (folder) => writeFileSync(paperIn(folder), OTHER)],
  ])('it %s: files are read, and the paper and the findings are the same', (_, damage) => {
    const folder = copy()
    const before = [run(folder, ...RISK), run(folder, 'validate', '--all')]
    damage(folder)
    expect([run(folder, ...RISK), run(folder, 'validate', '--all')]).toEqual(before)
  })

  test('a template that was changed since is read', () => {
    const folder = copy()
    writeFileSync(join(folder, 'templates', 'risk.md.hbs'), 'Changed since.\n')
    expect(run(folder, ...RISK).stdout).toMatch(/^Changed since\.\n/)
  })

  const OTHER = `exports.template = { source: 'x', code: {} }\nexports.partials = {}\n`
})
