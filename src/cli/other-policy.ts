import { basename, resolve } from 'node:path'
import type { Edit } from '../model/edit-record.js'
import type { Problem } from '../model/fix.js'
import { forceOf } from '../model/grounds.js'
import { didYouMean } from '../model/nearest.js'
import { RELEASED_POLICIES } from '../model/policy.js'
import type { Register } from '../model/register.js'
import { UsageError, UsageErrors } from '../model/usage-error.js'
import { stagedFiles } from '../edits/staged.js'
import { Locator } from '../output/located.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { isSure } from '../policy/documents.js'
import { bytesOf, MAX_BYTES } from '../source/read-files.js'
import { readRegisterWith } from '../source/read-register.js'
import type { FileChange } from '../source/write-register.js'
import { openRegister, type Opened } from './open-register.js'
import type { Ports } from './ports.js'

const OWN = 'policy.yaml'

/**
 * The register as it stands, and the same register under another policy: a released one in the place of what its own
 * policy extends, or a file in the place of its own policy. Nothing is written.
 * @throws UsageError if there is no such policy, or it has a mistake
 */
export async function openUnderPolicy(ports: Ports, named: string, register: string | undefined) {
  const before = await openRegister(ports, register === undefined ? {} : { register })
  const isReleased = (RELEASED_POLICIES as readonly string[]).includes(named)
  const change = isReleased ? extending(before.register, named) : standingIn(ports, before.register, named)
  const changes = change === undefined ? [] : [change]
  const after = { ...before, register: await readRegisterWith(before.register, changes, before.records) }
  // places are printed with the name that was typed, as the mistakes are in that file
  const printed = (file: string) => (file === OWN && !isReleased ? named : before.printed(file))
  refuseMistakes({ ...after, printed })
  return {
    before: { ...before, label: 'the policy in force' },
    after: { ...after, printed, label: isReleased ? `${named}, with the register’s own entries` : basename(named) },
  }
}

/** The own policy with another one to extend; its own entries stay. */
function extending(register: Register, name: string): FileChange | undefined {
  if (!register.files.has(OWN)) return { path: OWN, before: undefined, after: Buffer.from(`extends: ${name}\n`) }
  const edit: Edit = { op: 'set', file: OWN, path: ['extends'], value: name }
  return stagedFiles(register, { edits: [edit], sentence: '' })[0]
}

function standingIn({ cwd }: Ports, register: Register, named: string): FileChange {
  const released = `released policies: ${RELEASED_POLICIES.join(', ')}`
  const after = bytesOf(resolve(cwd, named), MAX_BYTES)
  if (after === undefined)
    throw new UsageError(
      `"${named}" is neither a file nor a released policy`,
      didYouMean(named, RELEASED_POLICIES, released),
    )
  return { path: OWN, before: register.files.get(OWN)?.bytes, after }
}

/** A policy with a mistake would ask for less than it seems to. */
function refuseMistakes({ register, printed }: Opened): void {
  const locator = new Locator(register, printed)
  const wrong = register.problems.filter((it: Problem) => it.at.file === OWN)
  const placeOf = (it: Problem) => {
    const { file, line, column } = locator.locate(it.at)
    return `${file}:${line}:${column}`
  }
  if (wrong.length > 0)
    throw new UsageErrors(wrong.map((it) => new UsageError(`${placeOf(it)}: ${it.message}`, it.hint)))
}

/** How many documents a policy requires of a register, in words: `61 (17 must, 44 should), and 12 that may be needed`. */
export function describeDemands(register: Register, policy: PolicyAnswers): string {
  const duties = register.partnerships.flatMap((it) => policy.documents(it))
  const sure = duties.filter(isSure)
  const must = sure.filter((it) => forceOf(it.basis) === 'must').length
  const perhaps = duties.length - sure.length
  const forces = sure.length === 0 ? '' : ` (${must} must, ${sure.length - must} should)`
  return `${sure.length}${forces}${perhaps === 0 ? '' : `, and ${perhaps} that may be needed`}`
}
