import { namingOf, type Names } from '../../model/naming.js'
import { rootOf } from '../open-register.js'
import type { Source, Word } from './source.js'
import type { Ports } from '../ports.js'
import type { RegisterWords } from './register-words.js'
import type { Typed } from './wanted.js'

/** What a source gives: words, or what the shell finds itself. */
export type Given = readonly Word[] | 'files' | 'folders'

/** Whom words are wanted for. */
interface Asking {
  readonly ports: Ports
  readonly typed: Typed
  /** How the wanted word begins. */
  readonly prefix: string
}

/** The words of a source; none where there is no register to ask. */
export async function wordsOf(source: Source, asking: Asking): Promise<Given> {
  if (typeof source === 'function') return source()
  if (typeof source === 'object') return namedWords(source.names, asking)
  const register = async () => registerWords(asking)
  const ids = async (...kinds: Parameters<RegisterWords['ids']>[0]) =>
    (await register())?.ids(kinds, asking.prefix) ?? []
  switch (source) {
    case 'files':
    case 'folders':
      return source
    case 'partnerships':
      return ids('partnership')
    case 'organisations':
      return ids('organisation')
    case 'records':
      return ids('partnership', 'organisation')
    case 'updates':
      return ids('update')
    case 'roles':
      return (await register())?.roles() ?? []
    case 'directorates':
      return (await register())?.directorates() ?? []
    case 'days':
      return DAYS
    case 'rules':
      return ruleWords()
    case 'columns':
      return columnWords(asking.typed)
    case 'columns-in-a-row':
      return columnsInARow(asking)
    case 'fields':
      return fieldWords(asking)
    case 'values':
      return valueWords(asking)
    case 'nothing':
      return []
  }
}

/** What a field may name, kind by kind; bodies are those of the record that is meant, and of the whole. */
async function namedWords(names: Names, asking: Asking): Promise<Word[]> {
  const register = await registerWords(asking)
  const words: Word[] = (namingOf(names).words ?? []).map((value) => ({ value }))
  for (const kind of namingOf(names).kinds)
    if (kind === 'rule') words.push(...(await ruleWords()))
    else if (kind === 'body') words.push(...(register?.bodies((await recordOf(asking)).data) ?? []))
    else words.push(...(register?.named(kind, asking.prefix) ?? []))
  return words
}

/** Days that have a word of their own. */
const DAYS: readonly Word[] = [
  { value: 'today', description: 'the day of the clock' },
  { value: 'commit', description: 'the day of the latest commit' },
]

/** The register of `-r`, or of this folder or above; undefined where there is none. */
async function registerWords({ ports, typed }: Asking): Promise<RegisterWords | undefined> {
  const root = rootOf(ports, fromHome(typed.options.get('--register'), ports.env['HOME']))
  if (root === undefined) return undefined
  const { RegisterWords } = await import('./register-words.js')
  return new RegisterWords(root)
}

/** Shells hand over what is typed, and would put the home folder for the `~` only when the line is run. */
const fromHome = (folder: string | undefined, home: string | undefined) =>
  home === undefined ? folder : folder?.replace(/^~(?=\/|$)/, () => home)

async function ruleWords(): Promise<Word[]> {
  const { rules } = await import('../../rules/index.js')
  return rules.map(({ code, summary }) => ({ value: code, description: summary }))
}

/** Columns of the list that is named, of partnerships otherwise. */
async function columnWords({ arguments: { what = 'partnerships' } }: Typed): Promise<Word[]> {
  const { lists } = await import('../../lists/index.js')
  const columns = lists.find((it) => it.name === what)?.columns ?? []
  return columns.map(({ key, label }) => ({ value: key, description: label }))
}

/** Columns with commas between: what follows the last comma is completed to a column that is not among them yet. */
async function columnsInARow({ typed, prefix }: Asking): Promise<Word[]> {
  const before = prefix.slice(0, prefix.lastIndexOf(',') + 1)
  const chosen = before.split(',')
  const columns = (await columnWords(typed)).filter(({ value }) => !chosen.includes(value))
  return columns.map(({ value, description }) => ({ value: `${before}${value}`, description }))
}

/** What the record is whose fields are meant; a partnership where that is not known. */
async function recordOf(asking: Asking) {
  const { arguments: typed } = asking.typed
  const id = typed['id'] ?? typed['partnership'] ?? typed['organisation']
  const register = await registerWords(asking)
  const kind = 'organisation' in typed ? ('organisation' as const) : ('partnership' as const)
  return (id === undefined ? undefined : register?.record(id)) ?? { kind, data: undefined }
}

async function fieldWords(asking: Asking): Promise<Word[]> {
  const { fieldPaths } = await import('./field-words.js')
  const { kind, data } = await recordOf(asking)
  return fieldPaths(kind, data, asking.prefix)
}

async function valueWords(asking: Asking): Promise<Given> {
  const { path } = asking.typed.arguments
  if (path === undefined) return []
  const { fieldValues } = await import('./field-words.js')
  const values = fieldValues((await recordOf(asking)).kind, path) ?? 'nothing'
  return isWords(values) ? values : wordsOf(values, asking)
}

const isWords = (values: readonly Word[] | Source): values is readonly Word[] => Array.isArray(values)
