import { inQuotes, yamlText } from '../../document/yaml-text.js'
import type { Day } from '../../model/day.js'

/** Services that run checks of a change. */
export type Ci = 'github' | 'gitlab'

/** What a new register is made from. */
export interface NewRegister {
  readonly name: string
  readonly id: string
  readonly kind: string
  /** The released policy that its own extends. */
  readonly policy: string
  readonly currency: string
  readonly timeZone: string
  /** How days such as 1/4/2026 are read. */
  readonly dayOrder: string
  readonly ci: readonly Ci[]
  /** Where CI gets the tool from, as npm names it. */
  readonly source: string
  /** The main branch of the repository. */
  readonly branch: string
  /** The day on which it is created. */
  readonly today: Day
}

/** A file of a new register. */
export interface NewFile {
  /** From the folder that the register is created in. */
  readonly path: string
  readonly text: string
  /** Read only at the top of a repository. */
  readonly atTop?: true
  /** A text that shows that an existing file has this already; if it lacks that, a person has to add it. */
  readonly sign?: string
}

/** The folder of the register, in the named one. */
export const REGISTER = 'register'

/**
 * All files, in the order in which they are written. register.yaml is the last, so that a folder with it is complete,
 * and one without it can be completed by the same command.
 * @param template text of a file in templates/init/
 * @param schemas JSON Schemas by kind of record
 */
export function newFiles(
  request: NewRegister,
  template: (name: string) => string,
  schemas: Readonly<Record<string, string>>,
): NewFile[] {
  const made = (path: string, name: string, more: Partial<NewFile> = {}): NewFile => ({
    path,
    text: filled(template(name), request),
    ...more,
  })
  const ofRegister = (path: string, name: string) => made(`${REGISTER}/${path}`, name)
  const ofCi = {
    github: [made('.github/workflows/partners.yml', 'github-workflow.yml', { atTop: true })],
    gitlab: [
      made('.gitlab/partners.yml', 'gitlab-partners.yml', { atTop: true }),
      made('.gitlab-ci.yml', 'gitlab-ci.yml', { sign: '.gitlab/partners.yml', atTop: true }),
    ],
  }
  return [
    ...Object.entries(schemas).map(([path, text]) => ({ path: `${REGISTER}/${path}`, text })),
    ofRegister('policy.yaml', 'policy.yaml'),
    ofRegister(`organisations/${request.id}.yaml`, 'organisation.yaml'),
    ofRegister('partnerships/sample-partnership.yaml', 'partnership.yaml'),
    ofRegister(`updates/${request.today.slice(0, 7)}.md`, 'update.md'),
    made('.vscode/settings.json', 'vscode-settings.json', { sign: 'partnership.schema.json' }),
    made('.vscode/extensions.json', 'vscode-extensions.json', { sign: 'redhat.vscode-yaml' }),
    made('.gitattributes', 'gitattributes', { sign: `${REGISTER}/**` }),
    made('.gitignore', 'gitignore', { sign: '.partners-change.json' }),
    made('package.json', 'package.json', { sign: '"devDependencies"' }),
    made('.pre-commit-config.yaml', 'pre-commit-config.yaml', { sign: 'partners validate', atTop: true }),
    ...request.ci.flatMap((it) => ofCi[it]),
    ofRegister('register.yaml', 'register.yaml'),
  ]
}

/** Replaces the words in capitals of a template, in one pass, so that values are not replaced again. */
function filled(text: string, request: NewRegister) {
  const { name, id, kind, policy, currency, timeZone, dayOrder, source, branch, today } = request
  const tool = dependencyOn(source)
  const values: Record<string, string> = {
    ORGANISATION_NAME: yamlText(name),
    ORGANISATION_ID: yamlText(id),
    ORGANISATION_FILE: `${id}.yaml`,
    ORGANISATION_KIND: yamlText(kind),
    RELEASED_POLICY: yamlText(policy),
    CURRENCY: yamlText(currency),
    TIME_ZONE: yamlText(timeZone),
    DAY_ORDER: yamlText(dayOrder),
    PARTNERS_PACKAGE: inQuotes(source),
    TOOL_NAME: tool.name,
    TOOL_VERSION: tool.version,
    DEFAULT_BRANCH: inQuotes(branch),
    FIRST_DAY: `${today.slice(0, 7)}-01`,
    TODAY: today,
  }
  return text.replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (word) => values[word] ?? word)
}

/** The entry of package.json for what `npm install` takes: `partners@1.0.0`, a file, or an address. */
function dependencyOn(source: string): { readonly name: string; readonly version: string } {
  const [, name, version] = /^((?:@[\w.-]+\/)?[\w.-]+)(?:@([^/:]+))?$/.exec(source) ?? []
  if (name !== undefined && !source.endsWith('.tgz')) return { name, version: version ?? '*' }
  return { name: 'partners', version: /^[./]|\.tgz$/.test(source) && !source.includes(':') ? `file:${source}` : source }
}
