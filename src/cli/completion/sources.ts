import { namingOf, type Names } from '../../model/naming.js'
import { rootOf } from '../open-register.js'
import type { Source, Word } from './source.js'
import type { Ports } from '../ports.js'
import type { RegisterWords } from './register-words.js'
import type { Typed } from './wanted.js'

/** The result of a source: words, or what the shell finds itself. */
export type Given = readonly Word[] | 'files' | 'folders'

/** The command line that words are needed for. */
interface Context {
  readonly ports: Ports
  readonly typed: Typed
  /** The beginning of the word. */
  readonly prefix: string
}

/** The words of a source; none if there is no register. */
export async function wordsOf(source: Source, context: Context): Promise<Given> {
  if (typeof source === 'function') return source()
  if (typeof source === 'object') return namedWords(source.names, context)
  const ids = async (...kinds: Parameters<RegisterWords['ids']>[0]) =>
    (await registerWords(context))?.ids(kinds, context.prefix) ?? []
  switch (source) {
    case 'files':
    case 'folders':
      return source
    case 'records':
      return ids('partnership', 'organisation')
    case 'updates':
      return ids('update')
    case 'days':
      return DAYS
    case 'rules':
      return ruleWords()
    case 'columns':
      return columnWords(context.typed)
    case 'columns-in-a-row':
      return columnsInARow(context)
    case 'fields':
      return fieldWords(context)
    case 'values':
      return valueWords(context)
    case 'nothing':
      return []
  }
}

/** What a field may name, kind by kind; bodies are those of register.yaml, and of the record itself. */
async function namedWords(names: Names, context: Context): Promise<Word[]> {
  const register = await registerWords(context)
  const words: Word[] = (namingOf(names).words ?? []).map((value) => ({ value }))
  for (const kind of namingOf(names).kinds)
    if (kind === 'rule') words.push(...(await ruleWords()))
    else if (kind === 'body') words.push(...(register?.bodies((await recordOf(context)).data) ?? []))
    else words.push(...(register?.named(kind, context.prefix) ?? []))
  return words
}

/** Words for days. */
const DAYS: readonly Word[] = [
  { value: 'today', description: 'the day of the clock' },
  { value: 'commit', description: 'the day of the latest commit' },
]

/** The register of `-r`, or of this folder or a parent folder; undefined if there is none. */
async function registerWords({ ports, typed }: Context): Promise<RegisterWords | undefined> {
  const root = rootOf(ports, fromHome(typed.options.get('--register'), ports.env['HOME']))
  if (root === undefined) return undefined
  const { RegisterWords } = await import('./register-words.js')
  return new RegisterWords(root)
}

/** Shells pass what is typed, and replace `~` by the home folder only when the line is run. */
const fromHome = (folder: string | undefined, home: string | undefined) =>
  home === undefined ? folder : folder?.replace(/^~(?=\/|$)/, () => home)

async function ruleWords(): Promise<Word[]> {
  const { rules } = await import('../../rules/index.js')
  return rules.map(({ code, summary }) => ({ value: code, description: summary }))
}

/** Columns of the named list, by default of partnerships. */
async function columnWords({ arguments: { what = 'partnerships' } }: Typed): Promise<Word[]> {
  const { lists } = await import('../../lists/index.js')
  const columns = lists.find((it) => it.name === what)?.columns ?? []
  return columns.map(({ key, label }) => ({ value: key, description: label }))
}

/** Columns separated by commas: the last one is completed to a column that is not listed yet. */
async function columnsInARow({ typed, prefix }: Context): Promise<Word[]> {
  const before = prefix.slice(0, prefix.lastIndexOf(',') + 1)
  const chosen = before.split(',')
  const columns = (await columnWords(typed)).filter(({ value }) => !chosen.includes(value))
  return columns.map(({ value, description }) => ({ value: `${before}${value}`, description }))
}

/** The record whose fields are meant; a partnership if that is not known. */
async function recordOf(context: Context) {
  const { arguments: typed } = context.typed
  const id = typed['id'] ?? typed['partnership'] ?? typed['organisation']
  const register = await registerWords(context)
  const kind = 'organisation' in typed ? ('organisation' as const) : ('partnership' as const)
  return (id === undefined ? undefined : register?.record(id)) ?? { kind, data: undefined }
}

async function fieldWords(context: Context): Promise<Word[]> {
  const { fieldPaths } = await import('./field-words.js')
  const { kind, data } = await recordOf(context)
  return fieldPaths(kind, data, context.prefix)
}

async function valueWords(context: Context): Promise<Given> {
  const { path } = context.typed.arguments
  if (path === undefined) return []
  const { fieldValues } = await import('./field-words.js')
  const values = fieldValues((await recordOf(context)).kind, path) ?? 'nothing'
  return isWords(values) ? values : wordsOf(values, context)
}

const isWords = (values: readonly Word[] | Source): values is readonly Word[] => Array.isArray(values)
