import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { UsageError } from '../../model/usage-error.js'
import { findRegister } from '../../source/find-register.js'
import { packageText } from '../../source/package-files.js'
import { completing } from '../completes.js'
import { withTerminal } from '../init/ask.js'
import { mainBranchOf } from '../init/branch.js'
import { newFiles, REGISTER, type NewRegister } from '../init/files.js'
import { endingOf, describeFiles } from '../init/describe-files.js'
import { fromQuestions, fromOptions, CI_CHOICES, DAY_ORDERS, type InitAnswers } from '../init/answers.js'
import { isThere, writeNew } from '../init/write.js'
import { existingAbove } from '../open-register.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { schemaFiles } from '../schema-files.js'

interface InitOptions extends Omit<InitAnswers, 'branch'> {
  yes?: boolean
  dryRun?: boolean
}

export const init = (ports: Ports, exit: Exit) =>
  completing(new Command('init'), { '--id': 'nothing' })
    .description('begin a register in a folder: a sample, settings for editors, and checks in CI')
    .argument('[dir]', 'the folder, best the top of a git repository; it is made where it is not there', '.')
    .option('--name <name>', 'name of the organisation whose register it is')
    .option('--id <id>', 'its id in small letters, digits and hyphens; made from the name otherwise')
    .option('--kind <kind>', 'what sort of body it is, such as nhs-trust; unknown otherwise')
    .option('--currency <code>', 'currency of the register', 'GBP')
    .option('--time-zone <zone>', 'whose calendar its days are of', 'Europe/London')
    .addOption(
      new Option(
        '--day-order <order>',
        'how 1/4/2026 is read; day-first with pounds and London time, otherwise ask',
      ).choices(DAY_ORDERS),
    )
    .addOption(
      new Option('--ci <service>', 'for which service checks are written; github otherwise').choices(CI_CHOICES),
    )
    .option('--package <package>', 'where CI gets this tool from, as npm takes it; this release by its name otherwise')
    .option('-y, --yes', 'ask nothing, also in a terminal')
    .option('-n, --dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: InitOptions) => exit(await runInit(ports, folder, options)))

const HELP = `
In a terminal it asks for name, id, kind, day order and CI, where they were not said. No file that is there is changed: where
something must be added to one, it is shown. When a run was cut off, the same command writes what is missing.

Examples:
  $ partners init
  $ partners init --name "Riverside Trust" --kind nhs-trust --ci gitlab
  $ partners init governance --name "Riverside Trust" --dry-run`

/** Makes a new register, and tells what was written. */
export async function runInit(ports: Ports, named: string, options: InitOptions): Promise<ExitCode> {
  const { cwd, clock, stdin, stdout } = ports
  const folder = resolve(cwd, named)
  refuseRegister(folder, named)
  const mayAsk = stdin.isTerminal && stdout.isTerminal && options.yes !== true
  const said: InitAnswers = { ...options, branch: mainBranchOf(folder) }
  const wishes = mayAsk ? await withTerminal((ask) => fromQuestions(said, clock, ask)) : fromOptions(said, clock)
  write(ports, folder, wishes, options.dryRun ?? false)
  return 0
}

/** There is nothing to begin where there is a register, nor inside one. */
function refuseRegister(folder: string, named: string): void {
  if (isThere(folder) && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${named} is not a folder`, 'name a folder')
  for (const path of ['register.yaml', join(REGISTER, 'register.yaml')])
    if (isThere(join(folder, path)))
      throw new UsageError(
        `${join(named, path)} is there already`,
        'nothing was written; partners validate checks it. For another one name a folder: partners init ../my-register',
      )
  const around = findRegister(existingAbove(folder))
  if (around !== undefined && !relative(around, folder).startsWith('..'))
    throw new UsageError(
      `${named} lies in the register ${around}`,
      'name a folder that lies in no register, such as ../my-register',
    )
}

function write({ cwd, stdout }: Ports, folder: string, wishes: NewRegister, dryRun: boolean): void {
  const files = newFiles(wishes, (name) => packageText('templates', 'init', name)!, schemaFiles())
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
  stdout.write(dryRun ? 'dry run: nothing was written\n' : endingOf(wishes, relative(cwd, folder)))
}
