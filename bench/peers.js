// Tools that partners is measured beside. They are no dependencies of the project: bench/peers has a package.json and a
// lock file of its own, and is installed when the suite validate first runs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './work.js'

const FOLDER = join(import.meta.dirname, 'peers')
const MODULES = join(FOLDER, 'node_modules')
const SCHEMA = join(ROOT, 'schemas', 'partnership.schema.json')

export const arePeersInstalled = () =>
  [join(MODULES, 'ajv-cli'), join(MODULES, '@stoplight', 'spectral-cli')].every((it) => existsSync(it))

/** @returns {string | undefined} why they cannot be measured; undefined when they are there */
export function installPeers() {
  if (arePeersInstalled()) return undefined
  process.stderr.write('bench: installing ajv-cli and spectral into bench/peers/node_modules, once\n')
  // npm is a script of its own on every system; without scripts of packages, one of which would report the installation
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (done.status === 0) return undefined
  const why = (done.stderr ?? done.error?.message ?? '').split('\n').find((it) => /npm (?:error|ERR!)/.test(it)) ?? ''
  return `ajv-cli and spectral are left out: \`npm ci\` in bench/peers did not succeed${why && ` (${why.trim()})`}.`
}

const partnershipsOf = (root) => join(root, 'partnerships', '**', '*.yaml').replaceAll('\\', '/')

/** ajv-cli stops at the first error of a file, as it does unless told otherwise, and tells it in a line. */
export const ajv = (name, root) => ({
  name,
  args: [
    join(MODULES, 'ajv-cli', 'dist', 'index.js'),
    'validate',
    '--spec=draft2020',
    '--strict=false',
    '--errors=line',
    `-c=${join(MODULES, 'ajv-formats')}`,
    `-s=${SCHEMA}`,
    `-d=${partnershipsOf(root)}`,
  ],
})

/** spectral with one rule: the whole file against the schema, which must stand in the ruleset itself. */
export function spectral(name, root, work) {
  const ruleset = JSON.parse(readFileSync(join(FOLDER, 'spectral.json'), 'utf8'))
  ruleset.rules.partnership.then.functionOptions.schema = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const path = join(work.folder, 'spectral.json')
  writeFileSync(path, JSON.stringify(ruleset))
  return {
    name,
    args: [
      join(MODULES, '@stoplight', 'spectral-cli', 'dist', 'index.js'),
      'lint',
      partnershipsOf(root),
      '--format=json',
      '--quiet',
      `--ruleset=${path}`,
    ],
  }
}

/** @throws when one of them lets a wrong file pass: what checks nothing is quick */
export function provePeers(work) {
  const root = join(work.folder, 'wrong')
  mkdirSync(join(root, 'partnerships'), { recursive: true })
  writeFileSync(join(root, 'partnerships', 'wrong.yaml'), 'name: Wrong\nstatus: activ\n')
  for (const { name, args } of [ajv('ajv-cli', root), spectral('spectral', root, work)]) {
    const { status, stderr } = spawnSync(work.node, args, { encoding: 'utf8' })
    if (status !== 1)
      throw new Error(`${name} does not find what is wrong with a file (exit code ${status}): ${stderr}`)
  }
}
