import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { RELEASED_POLICIES } from '../../model/policy.js'
import { UsageError } from '../../model/usage-error.js'
import { findRegister } from '../../source/find-register.js'
import { packageText } from '../../source/package-files.js'
import { isTaken } from '../../source/write-file.js'
import { argumentWithDefault, defineCommand, option, type OptionsOf, optionWithDefault } from '../define-command.js'
import { withTerminal } from '../ask/terminal.js'
import { mainBranchOf } from '../init/branch.js'
import { newFiles, REGISTER, type NewRegister } from '../init/files.js'
import { endingOf, describeFiles } from '../init/describe-files.js'
import { fromQuestions, fromOptions, CI_CHOICES, DAY_ORDERS, type InitAnswers } from '../init/answers.js'
import { writeNew } from '../init/write.js'
import { existingAbove } from '../open-register.js'
import { dryRunOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import { schemaFiles } from '../../output/json-schema.js'

const options = [
  option('--name <name>', 'name of the organisation that keeps the register'),
  option('--id <id>', 'its id in lower-case letters, digits and hyphens; by default made from the name', {
    completes: 'nothing',
  }),
  option('--kind <kind>', 'what sort of body it is, such as nhs-trust (default: "unknown")'),
  option(
    '--policy <name>',
    `released policy that its own extends; by default ${RELEASED_POLICIES[0]}, and council-2026 for a council`,
    {
      choices: RELEASED_POLICIES,
    },
  ),
  optionWithDefault('--currency <code>', 'currency of the register', 'GBP'),
  optionWithDefault('--time-zone <zone>', 'time zone of its days', 'Europe/London'),
  option(
    '--day-order <order>',
    'how 1/4/2026 is read; by default day-first with pounds and London time, and ask otherwise',
    { choices: DAY_ORDERS },
  ),
  option('--ci <service>', 'the service to write checks for (default: "github")', { choices: CI_CHOICES }),
  option('--package <package>', 'where CI gets this tool from, as npm takes it; by default this release by its name'),
  option('-y, --yes', 'ask nothing, even in a terminal'),
  dryRunOption,
] as const
type Options = OptionsOf<typeof options>

export const init = defineCommand({
  name: 'init',
  description: 'Create a register in a folder: a sample, editor settings and CI checks',
  arguments: [
    argumentWithDefault(
      '[dir]',
      'the folder, best the top of a git repository; it is created if it does not exist',
      '.',
    ),
  ],
  options,
  notes: `In a terminal it asks for name, id, kind, policy, day order and CI, unless they are given. No existing file is changed: if
something must be added to one, it is shown. If a run was interrupted, the same command writes what is missing.`,
  examples: [
    'partners init',
    'partners init --name "Riverside Trust" --kind nhs-trust --ci gitlab',
    'partners init --name "Riverside Council" --kind council --policy council-2026',
    'partners init governance --name "Riverside Trust" --dry-run',
  ],
  run,
})

/** Creates a register, and reports what was written. */
async function run(ports: Ports, options: Options, named: string): Promise<ExitCode> {
  const { cwd, clock, stdin, stdout } = ports
  const folder = resolve(cwd, named)
  refuseRegister(folder, named)
  const mayAsk = stdin.isTerminal && stdout.isTerminal && options.yes !== true
  const given: InitAnswers = { ...options, branch: mainBranchOf(folder) }
  const request = mayAsk ? await withTerminal((ask) => fromQuestions(given, clock, ask)) : fromOptions(given, clock)
  write(ports, folder, request, options.dryRun ?? false)
  return 0
}

/** A register is not created where there is one, nor inside one. */
function refuseRegister(folder: string, named: string): void {
  if (isTaken(folder) && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${named} is not a folder`, 'name a folder')
  for (const path of ['register.yaml', join(REGISTER, 'register.yaml')])
    if (isTaken(join(folder, path)))
      throw new UsageError(
        `${join(named, path)} already exists`,
        'nothing was written; partners validate checks it. For another register name a folder: partners init ../my-register',
      )
  const around = findRegister(existingAbove(folder))
  if (around !== undefined && !relative(around, folder).startsWith('..'))
    throw new UsageError(
      `${named} is inside the register ${around}`,
      'name a folder outside of it, such as ../my-register',
    )
}

function write({ cwd, stdout }: Ports, folder: string, request: NewRegister, dryRun: boolean): void {
  const files = newFiles(request, (name) => packageText('templates', 'init', name)!, schemaFiles())
  let written = 0
  try {
    writeNew(folder, files, {
      dryRun,
      report: (outcome) => {
        if (outcome.state === 'written') written++
        stdout.write(describeFiles(outcome, dryRun))
      },
    })
  } catch (error) {
    if (!(error instanceof UsageError) || written === 0) throw error
    throw new UsageError(error.message, `${error.hint ? `${error.hint}; ` : ''}run again to write what is missing`)
  }
  stdout.write(dryRun ? 'dry run: nothing was written\n' : endingOf(request, relative(cwd, folder)))
}
