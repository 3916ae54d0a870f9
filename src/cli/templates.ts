import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { packageText } from '../source/package-files.js'
import type { Ports } from './ports.js'

export interface Templates {
  /** As it is printed. */
  readonly file: string
  readonly source: string
  readonly partials: Readonly<Record<string, string>>
}

/** The template of a paper: the one that was named, the register's own, or the built-in one; and the register's partials. */
export function findTemplates({ cwd }: Ports, root: string, paper: string, named: string | undefined): Templates {
  const name = `${paper}.md.hbs`
  const partials = ownPartials(join(root, 'templates', 'partials'))
  if (named !== undefined) {
    const file = resolve(cwd, named)
    if (!existsSync(file)) throw new UsageError(`there is no template ${named}`)
    if (!statSync(file).isFile()) throw new UsageError(`${named} is not a file`, 'name a template')
    return { file: named, source: readFileSync(file, 'utf8'), partials }
  }
  const own = join(root, 'templates', name)
  if (existsSync(own)) return { file: `templates/${name}`, source: readFileSync(own, 'utf8'), partials }
  return { file: `templates/${name}`, source: packageText('templates', name) ?? '', partials }
}

function ownPartials(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const names = readdirSync(folder)
    .filter((it) => it.endsWith('.md.hbs'))
    .sort()
  return Object.fromEntries(names.map((it) => [it.replace(/\.md\.hbs$/, ''), readFileSync(join(folder, it), 'utf8')]))
}
