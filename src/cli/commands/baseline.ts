import { join } from 'node:path'
import { Command } from 'commander'
import { encodeLike } from '../../document/decode.js'
import { UsageError } from '../../model/usage-error.js'
import { counted } from '../../model/words.js'
import { answerPolicy } from '../../policy/answers.js'
import { identityOf, mayBeAccepted } from '../../rules/baseline.js'
import { checkRegister, type Check } from '../../rules/check.js'
import { rules } from '../../rules/index.js'
import type { Severity } from '../../rules/rule.js'
import { newBaseline, withoutEntries } from '../../rules/write-baseline.js'
import { writeFileWhole } from '../../source/write-file.js'
import { openRegister, type Opened } from '../open-register.js'
import { dayOf } from '../as-of.js'
import { registerOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { withTemplateProblems } from '../update-templates.js'

interface BaselineOptions {
  register?: string
  dryRun?: boolean
}

export const baseline = (ports: Ports, exit: Exit) =>
  new Command('baseline')
    .description('accept what is found today, once; later, take out of baseline.yaml what is no longer found')
    .addOption(registerOption())
    .option('-n, --dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', HELP)
    .action(async (options: BaselineOptions) => exit(await runBaseline(ports, options)))

const HELP = `
The first run writes baseline.yaml, and validate no longer tells what stands in it. Every later run only takes out what
has been mended: nothing is ever added. What cannot be read is never accepted.

Examples:
  $ partners baseline --dry-run
  $ partners baseline`

/** Writes the baseline on the first run; on later ones takes out what is no longer found. */
export async function runBaseline(ports: Ports, options: BaselineOptions): Promise<ExitCode> {
  const opened = await openRegister(ports, options)
  const { root } = opened
  const register = await withTemplateProblems(opened)
  // always as of today, or of a frozen register's day: what time brought is not mended by looking at an earlier day
  const asOf = await dayOf({ ...ports, env: {} }, opened, undefined)
  const check = checkRegister({ register, policy: answerPolicy(register, asOf), asOf }, rules)
  const { text, said } = register.baseline === undefined ? first(opened, check) : shrunk(opened, check)
  if (text !== undefined && options.dryRun !== true)
    writeFileWhole(join(root, 'baseline.yaml'), text, register.files.get('baseline.yaml')?.bytes ?? 'absent')
  ports.stdout.write(`${options.dryRun ? `${said} (dry run: nothing was written)` : said}\n`)
  return 0
}

interface Written {
  /** Undefined where nothing is to be written. */
  readonly text?: string | Uint8Array
  readonly said: string
}

function first({ register, printed }: Opened, { findings }: Check): Written {
  if (register.files.has('baseline.yaml'))
    throw new UsageError(`${printed('baseline.yaml')} could not be read`, 'partners validate tells why')
  const accepted = findings.filter(mayBeAccepted)
  const left = findings.length - accepted.length
  const rest = left === 0 ? '' : `; ${counted(left, 'finding')} of what cannot be read must be mended`
  const of = (severity: Severity) => accepted.filter((it) => it.severity === severity).length
  const split = `${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('info'), 'info')}`
  return {
    text: newBaseline(accepted.map((it) => identityOf(register, it))),
    said: `${printed('baseline.yaml')} accepts ${counted(accepted.length, 'finding')}: ${split}${rest}`,
  }
}

function shrunk({ register, printed }: Opened, { findings }: Check): Written {
  const file = printed('baseline.yaml')
  const gone = findings.flatMap(({ code, at }) =>
    code === 'baseline/gone' && 'path' in at ? [Number(at.path[1])] : [],
  )
  const others = findings.filter(mayBeAccepted).length
  const rest = others === 0 ? '' : `; ${counted(others, 'finding')} not in it: mend them, or add a dated exception`
  if (gone.length === 0) return { said: `${file} holds nothing that has been mended${rest}` }
  const { text, bytes, root, problems } = register.files.get('baseline.yaml')!
  if (problems.length > 0) throw new UsageError(`${file} has mistakes of its own`, 'partners validate tells which')
  const takenOut = counted(gone.length, 'entry')
  const kept = withoutEntries(text, root!, new Set(gone))
  if (kept === undefined)
    throw new UsageError(
      `${file} is not laid out as this command writes it, so nothing can be taken out of it safely`,
      'begin each entry with a dash on its first line, or take out by hand what validate tells as gone',
    )
  const edited = encodeLike(kept, bytes!)
  return { text: edited, said: `${takenOut} taken out of ${file}${rest}` }
}
