// The builds that are measured: the tool itself, an earlier state of it, and programs made of parts of it.
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './work.js'

/** @typedef {{ name: string, program: string }} Build */

/** The tool as `npm run build` left it. */
export const OURS = { name: 'partners', program: programOf(ROOT) }

/**
 * A case of a build: its command line in a folder.
 * @param {Build | undefined} build
 * @returns {import('./measure.js').Case | undefined} undefined where there is no such build
 */
export const caseOf = (build, what, args, cwd, more = {}) =>
  build && { name: `${build.name}${what}`, args: [build.program, ...args], cwd, ...more }

/** Builds the tool where it is, for the Node that runs what is measured: V8’s code is kept for one Node alone. */
export const rebuild = (node) => run(node, ['scripts/build.js'], ROOT)

/**
 * Builds an earlier state of the tool in a folder of its own, with the packages that are installed here, if they are the
 * same.
 * @returns {Build}
 * @throws when there is no such revision, or it cannot be built
 */
export function buildAt(revision, work) {
  const commit = run('git', ['rev-parse', '--verify', `${revision}^{commit}`], ROOT).trim()
  const folder = join(work.folder, 'against')
  run('git', ['clone', '--quiet', '--shared', '--no-checkout', ROOT, folder], work.folder)
  run('git', ['checkout', '--quiet', commit], folder)
  const lock = (root) => readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (lock(folder) === lock(ROOT)) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  else run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder)
  run(work.node, ['scripts/build.js'], folder)
  return { name: `partners at ${revision}`, program: programOf(folder) }
}

/**
 * Reads a register and does nothing with it. It is a program of its own, with the launcher and the code cache of the tool.
 * @returns {(root: string) => import('./measure.js').Case}
 */
export function readingAlone(work) {
  const tool = buildPart('reading', 'bench/read-alone.js', [], work)
  for (const it of ['register', join('scripts', 'code-cache.cjs')])
    cpSync(join(ROOT, it), join(tool, it), { recursive: true })
  run(work.node, [join(tool, 'scripts', 'code-cache.cjs')], tool)
  return (root) => ({ name: 'reading the register alone', args: [programOf(tool), '--register', root], cwd: root })
}

/** A build that says which file each stretch of code is from. */
export const readableBuild = (work) => buildPart('readable', 'src/cli/start.ts', ['readable'], work)

/** Builds a module with what it needs into a folder of its own that looks like the package. */
function buildPart(name, entry, options, work) {
  const folder = join(work.folder, name)
  for (const it of ['bin', 'policies', 'templates', 'package.json'])
    cpSync(join(ROOT, it), join(folder, it), { recursive: true })
  run(work.node, [join(ROOT, 'scripts', 'build.js'), entry, join(folder, 'dist'), ...options], ROOT)
  return folder
}

function programOf(root) {
  return join(root, 'bin', 'partners.cjs')
}

/** @throws with what a program wrote when it does not succeed */
function run(program, args, cwd) {
  const shell = process.platform === 'win32' && program === 'npm' // npm is a script on every system
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', shell })
  if (status !== 0)
    throw new Error(`${[program, ...args].join(' ')} failed: ${error?.message ?? stderr.slice(0, 2000)}`)
  return stdout
}
