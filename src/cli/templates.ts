import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import type { Partials, TemplateFile, Wording } from '../reports/wording.js'
import { packageText } from '../source/package-files.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'

/**
 * The template of a paper (the one that was named, the register's own, or the built-in one) and the register's partials.
 * @throws UsageError when there is no file of that name
 */
export function findWording(ports: Ports, opened: Opened, paper: string, named: string | undefined): Wording {
  const name = `${paper}.md.hbs`
  const template =
    named === undefined
      ? (ownTemplate(opened, `templates/${name}`) ?? {
          file: `templates/${name}`,
          source: packageText('templates', name) ?? '',
        })
      : namedTemplate(ports, named)
  return { template, partials: ownPartials(opened) }
}

function namedTemplate({ cwd }: Ports, named: string): TemplateFile {
  const file = resolve(cwd, named)
  if (!existsSync(file)) throw new UsageError(`there is no template ${named}`)
  if (!statSync(file).isFile()) throw new UsageError(`${named} is not a file`, 'name a template')
  return { file: named, source: readFileSync(file, 'utf8') }
}

function ownTemplate({ root, printed }: Opened, file: string): TemplateFile | undefined {
  const path = join(root, file)
  return existsSync(path) ? { file: printed(file), source: readFileSync(path, 'utf8') } : undefined
}

const PARTIAL = /\.md\.hbs$/

/** The register's own partials, by name. */
export function ownPartials(opened: Opened): Partials {
  const folder = join(opened.root, 'templates', 'partials')
  if (!existsSync(folder)) return {}
  const names = readdirSync(folder).filter((it) => PARTIAL.test(it))
  return Object.fromEntries(
    names.sort().map((it) => [it.replace(PARTIAL, ''), ownTemplate(opened, `templates/partials/${it}`)!]),
  )
}
