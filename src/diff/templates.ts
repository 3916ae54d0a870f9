import { at } from '../model/place.js'
import type { RecordRef, Compared, RecordDiff, State } from './fact.js'

/** That the register’s own templates and partials changed; how, is shown in the pull request itself. */
export function templates({ before, after }: Compared): RecordDiff[] {
  const [older, newer] = [templatesOf(before), templatesOf(after)]
  return [...new Set([...older.keys(), ...newer.keys()])].flatMap((file): RecordDiff[] => {
    const [was, is] = [older.get(file), newer.get(file)]
    if (was === is) return []
    const did = was === undefined ? 'was added' : is === undefined ? 'was removed' : 'changed'
    const place = at({ file })
    const places = { before: was === undefined ? undefined : place, after: is === undefined ? undefined : place }
    const record: RecordRef = { kind: 'template', id: file, name: `the template ${file}`, file }
    return [{ record, facts: [{ kind: 'other', weight: 'neutral', did, ...places }] }]
  })
}

const templatesOf = ({ register }: State) =>
  new Map([...register.files.values()].filter((it) => it.file.startsWith('templates/')).map((it) => [it.file, it.text]))
