import { appendFileSync, existsSync, realpathSync } from 'node:fs'
import { dirname, resolve, relative, sep } from 'node:path'
import { locateFindings, Locator, severityRank, worstFiles } from '../../output/located.js'
import { SHOWN_AT_MOST, type FindingReport } from '../../output/findings/format.js'
import { stepsToFix } from '../../output/findings/first.js'
import { findingFormats, type FindingFormatName } from '../../output/findings/index.js'
import { UsageError } from '../../model/usage-error.js'
import { bySeverity, type Finding } from '../../rules/check.js'
import { rules } from '../../rules/index.js'
import type { Severity } from '../../rules/rule.js'
import { packageVersion } from '../../source/package-files.js'
import { sha256 } from '../../source/sha256.js'
import { placeWithin } from '../../source/place-within.js'
import { replaceFile, unwritable } from '../../source/write-file.js'
import { viewOf, write } from '../answer.js'
import { openChecked, type Checked } from '../checked.js'
import type { SinceBase } from '../new-since.js'
import { type Opened, printedFromRepository } from '../open-register.js'
import { asOfOption } from '../as-of.js'
import { argument, choicesOf, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { colourOptions, outOption, readDays, statesOptions, watchOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import { remark } from '../report-error.js'
import { rejectUnknownRules } from '../own-checks.js'
import { watched } from '../watched.js'

const options = [
  ...statesOptions,
  option('--format <format>', 'output format', { choices: choicesOf(findingFormats) }),
  optionWithDefault('--fail-on <severity>', 'the lowest severity that makes the exit code 1', 'error', {
    choices: ['error', 'warning', 'info', 'never'],
  }),
  asOfOption,
  option('--within <days>', 'how many days ahead a duty counts as due soon', { parse: readDays }),
  option('--new-since <revision>', 'show, and fail on, only findings that a commit, branch or tag does not have'),
  option('--rule <codes...>', 'show only findings of these rules, such as document/missing', { completes: 'rules' }),
  outOption,
  watchOption(),
  option('--all', 'show every finding, not only the first 50'),
  option('-q, --quiet', 'show findings only, without a summary'),
  ...colourOptions,
] as const
type Options = OptionsOf<typeof options>

export const validate = defineCommand({
  name: 'validate',
  description: 'Check every file of the register: what is wrong, where, and how to fix it',
  arguments: [argument('[paths...]', 'show only findings in these files or folders; the whole register is still read')],
  options,
  notes: `--new-since judges both states as of the same day, each by its own policy and baseline, so the passing of days brings
nothing new. A finding that has become more severe is new; all others are counted as known.`,
  examples: [
    'partners validate                                     the register in this folder or above',
    'partners validate partnerships/omhp.yaml --fail-on warning',
    'partners validate --rule reference/role document/missing',
    'partners validate --watch                             again after each change',
    'partners validate --new-since HEAD                    what uncommitted work adds',
    'partners validate --as-of commit --format sarif --out findings.sarif',
  ],
  run(ports, options, paths) {
    rejectUnknownRules(options.rule)
    const check = (it: Ports) => runOnce(it, options, paths)
    return options.watch ? watched(ports, options, check) : check(ports)
  },
})

/** Reads the whole register, runs every rule, and writes what it found. */
async function runOnce(ports: Ports, options: Options, paths: readonly string[]): Promise<ExitCode> {
  const state = await openChecked(ports, options)
  const { opened, register, asOf, check } = state
  const { printed } = opened
  const since = options.newSince === undefined ? undefined : await newSince(ports, state, options)
  const wanted = pathFilter(ports, opened, paths)
  const isWanted = ({ at, code }: Finding) => wanted(printed(at.file)) && (options.rule?.includes(code) ?? true)
  const all = check.findings.filter(isWanted)
  const found = since === undefined ? all : all.filter((it) => since.fresh.has(it))
  const located = (printed: Opened['printed']) => {
    const locator = new Locator(register, printed)
    return locateFindings(worstFiles(found, mostShown(ports, options), locator), locator, sha256)
  }
  const report: FindingReport = {
    asOf,
    findings: located(printed),
    steps: stepsToFix(found.map(({ code, severity, at }) => ({ code, severity, file: at.file }))),
    named: options.register,
    correctable: found.filter((it) => it.fix?.safe).length,
    hasBaseline: register.files.has('baseline.yaml'),
    base: since && { label: since.label, known: all.length - found.length },
    rules,
    version: packageVersion(),
    totals: {
      ...bySeverity(found),
      files: [...register.files.keys()].filter((it) => wanted(printed(it))).length,
      partnerships: register.partnerships.filter((it) => wanted(printed(it.file))).length,
      accepted: check.accepted.filter(isWanted).length,
      permitted: check.permitted.filter(isWanted).length,
    },
  }
  const fromRepository = () => ({ ...report, findings: located(printedFromRepository(ports, opened.root)) })
  await writeReport(ports, (name) => (OF_REPOSITORY.has(name) ? fromRepository() : report), options)
  return fails(found, options.failOn) ? 1 : 0
}

/** Loaded only if it is needed. */
async function newSince(ports: Ports, state: Checked, options: Options): Promise<SinceBase> {
  const { sinceBase } = await import('../new-since.js')
  return sinceBase(ports, options.newSince!, options, state)
}

/** Formats that name files from the top of the repository, as CI and code scanning need. */
const OF_REPOSITORY: ReadonlySet<FindingFormatName> = new Set(['github', 'gitlab', 'sarif'])

const fails = (findings: readonly Finding[], failOn: Severity | 'never') =>
  failOn !== 'never' && findings.some((it) => severityRank(it.severity) <= severityRank(failOn))

/** The path from a folder, even if only one of the two is reached through a link. */
function fromFolder(folder: string, path: string): string {
  const real = realOf(folder)
  for (let above = path; above !== dirname(above); above = dirname(above))
    if (realOf(above) === real) return relative(above, path)
  return relative(folder, path)
}

/** Without links; the register of another revision may be in a folder that does not exist now. */
const realOf = (path: string) => (existsSync(path) ? realpathSync(path) : path)

/** Tests whether a printed file is one of the paths, or in one; without paths, every file is. */
function pathFilter({ cwd }: Ports, { register, root, printed }: Opened, paths: readonly string[]) {
  if (paths.length === 0) return () => true
  const files = [...register.files.keys()]
  const wanted = new Set<string>()
  for (const path of paths) {
    // a path is relative to the folder in which the tool runs, or to the register's
    const inRegister = [fromFolder(root, resolve(cwd, path)), relative(root, resolve(root, path))].map((it) =>
      it.split(sep).join('/'),
    )
    const hits = files.filter((file) => inRegister.some((it) => it === '' || file === it || file.startsWith(`${it}/`)))
    if (hits.length === 0) throw new UsageError(`${path} is not a file or folder of the register`)
    for (const hit of hits) wanted.add(printed(hit))
  }
  return (file: string) => wanted.has(file)
}

/** How many findings are written: formats for programs and for CI have all of them. */
function mostShown({ env }: Ports, { format, all = false }: Options): number {
  const isOfCi = env['GITHUB_ACTIONS'] === 'true' || env['GITLAB_CI'] === 'true'
  return all || (format === undefined ? isOfCi : format !== 'pretty') ? Infinity : SHOWN_AT_MOST
}

/**
 * Writes the chosen format; in CI, also annotations and a job summary. If one of these cannot be written, that is
 * reported and does not change the exit code, as the result itself is complete.
 */
async function writeReport(ports: Ports, reportFor: (name: FindingFormatName) => FindingReport, options: Options) {
  const { env } = ports
  const inGithub = env['GITHUB_ACTIONS'] === 'true'
  const inGitlab = env['GITLAB_CI'] === 'true'
  const name = options.format ?? (inGithub ? 'github' : 'pretty')
  const format = await findingFormats[name]()
  const { all = false, quiet = false } = options
  write(ports, options.out, await format(reportFor(name), { ...viewOf(ports, options), all, quiet }))
  if (options.format !== undefined) return
  const render = async (it: FindingFormatName) =>
    (await findingFormats[it]())(reportFor(it), { width: 80, colour: false, all: true, quiet: false })
  if (inGithub && env['GITHUB_STEP_SUMMARY']) {
    const text = await render('markdown')
    writeExtra(ports, resolve(ports.cwd, env['GITHUB_STEP_SUMMARY']), (path) => appendFileSync(path, text))
  }
  if (inGitlab) {
    const text = await render('gitlab')
    writeExtra(ports, resolve(ports.cwd, REPORT), () => replaceFile(placeWithin(ports.cwd, REPORT), text))
  }
}

/** The name that GitLab is configured to look for. */
const REPORT = 'gl-code-quality-report.json'

function writeExtra(ports: Ports, path: string, writeTo: (path: string) => void) {
  try {
    writeTo(path)
  } catch (error) {
    const { message } = error instanceof UsageError ? error : unwritable(path, error)
    remark(ports, `${message}; the output on stdout is complete`)
  }
}
