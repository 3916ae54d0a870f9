import { comparedFindings, inWhole } from '../diff/consequences/findings.js'
import { compareStates } from '../diff/records.js'
import { UsageError } from '../model/usage-error.js'
import { checkRegister, type Finding } from '../rules/check.js'
import { focusOf } from '../rules/depends-on.js'
import { rules } from '../rules/index.js'
import { commitNamed, hasNoCommit } from '../source/revisions.js'
import { checkOpened, type Checked } from './checked.js'
import { describeRevision, refuseOtherRepositories } from './diff-sides.js'
import { folderOf, openCommit, repositoryFolder, type Opened } from './open-register.js'
import type { Ports } from './ports.js'

/** What is new compared with an earlier revision. */
export interface SinceBase {
  /** The revision as it is shown: `main (1a2b3c4d)`. */
  readonly label: string
  /** Findings that were not there, are no longer permitted or accepted, or have become more severe. */
  readonly fresh: ReadonlySet<Finding>
}

/**
 * Finds which findings of a register were not there at an earlier revision. Both states are judged as of one day, each
 * by its own policy, exceptions and baseline, so that the passing of days brings nothing; a renamed or moved record is
 * the same one. If there was no register, or no commit yet (CI names a new branch by zeros), everything is new.
 * @throws UsageError if the revision does not exist or cannot be read, with how to get it
 */
export async function sinceBase(
  ports: Ports,
  base: string,
  { register, within }: { readonly register?: string; readonly within?: number },
  later: Checked,
): Promise<SinceBase> {
  const place = repositoryFolder(ports, register)
  const everything = (label: string) => ({ label, fresh: new Set(later.check.findings) })
  if (/^0{7,}$/.test(base) || (base === 'HEAD' && (await hasNoCommit(place))))
    return everything('the start (no commit yet)')
  const commit = await commitNamed(place, base)
  const label = describeRevision(base, commit)
  const earlier = await openCommit(ports, folderOf(ports, register), commit, later.opened)
  if (earlier === undefined) return everything(label)
  refuseOtherRepositories(later.opened, earlier, `at ${label}`)
  refuseLost(earlier, label)
  const focus = focusOf(earlier.register, later.register) // everything else has the same findings in both
  const before = await checkOpened(earlier, later.asOf, { within, focus })
  const now = { ...later, check: checkRegister(later, rules, focus) }
  const { renames } = compareStates(before, now)
  const { introduced, unsilenced, leftOver, worsened } = comparedFindings(before, now, renames)
  return { label, fresh: inWhole([...introduced, ...unsilenced, ...leftOver, ...worsened], now, later) }
}

/** If register.yaml could not be read, neither policy nor day are known, and neither is what is new. */
function refuseLost({ register }: Opened, label: string): void {
  const lost = register.unreadable.find((it) => it.kind === 'register')
  if (lost !== undefined)
    throw new UsageError(
      `${lost.file} could not be read at ${label}, so what is new since then is not known`,
      'compare with a revision at which it can be read',
    )
}
