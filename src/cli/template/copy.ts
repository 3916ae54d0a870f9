import { dirname } from 'node:path'
import { inShell } from '../../model/in-shell.js'
import { UsageError } from '../../model/usage-error.js'
import { makeFolders } from '../../source/make-folders.js'
import { packageVersion } from '../../source/package-files.js'
import { nameWithin, placeWithin } from '../../source/place-within.js'
import { isTaken, replaceFile } from '../../source/write-file.js'
import { isPartial, type BuiltIn } from './built-in.js'
import { copyOf } from './copied.js'

/**
 * Writes a built-in template into a register, to be changed there; never over a file.
 * @param printed the path of its file, as people read it
 * @throws UsageError if the register has one already, or it cannot be written
 */
export function copyTemplate(root: string, { name, file, source }: BuiltIn, printed: string, dryRun: boolean): void {
  if (isTaken(nameWithin(root, file)))
    throw new UsageError(
      `there is a file ${printed} already, so nothing was written`,
      `to compare it with the built-in one: partners template show ${name} | diff - ${inShell(printed)}`,
    )
  const place = placeWithin(root, file)
  if (dryRun) return
  makeFolders(dirname(place))
  replaceFile(place, copyOf(source, packageVersion()), 'absent')
}

/** What to do with a copy. @param which the option that names the register, if one was typed */
export function afterCopy({ name }: BuiltIn, callers: readonly string[], which: string): string {
  const made = isPartial(name) ? callers[0]! : name
  const seen = SHOWN[made] ?? `report ${made}`
  const isPaper = seen.startsWith('report')
  const next = [
    [
      `partners ${seen}${which}${isPaper ? ' --out paper.html --watch' : ''}`,
      isPaper ? 'makes the paper again at each change' : 'shows what is made of it',
    ],
    ['partners template helpers', 'lists what it can call; docs/templates.md has an example'],
    [`partners validate${which} --rule report/template`, 'checks every name in it'],
  ]
  return `Next:\n${next.map(([command, why]) => `  ${command}\n    ${why}\n`).join('')}`
}

/** The commands that show what is made of a template that is no paper, or of one partnership. */
const SHOWN: Readonly<Record<string, string>> = {
  partnership: 'report partnership ID',
  'show-partnership': 'show ID',
  'show-organisation': 'show ID',
  'letter-lead': 'chase',
  'letter-partner': 'chase',
}
