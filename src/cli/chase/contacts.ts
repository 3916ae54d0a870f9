import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../document/decode.js'
import { entryOf, isEmpty, Lines, type Entry, type MapNode, type Node, type Span } from '../../document/node.js'
import { parseYaml } from '../../document/parse.js'
import { syntaxErrors } from '../../document/syntax-errors.js'
import type { Addressee } from '../../duties/letters.js'
import { didYouMean } from '../../model/nearest.js'
import type { Register } from '../../model/register.js'
import { roleTitle } from '../../model/role.js'
import { UsageError, UsageErrors } from '../../model/usage-error.js'
import { inShort } from '../../model/words.js'
import { CONTACTS } from '../../source/which-files.js'
import { bytesOf, MAX_BYTES } from '../../source/read-files.js'
import { findRepository } from '../../source/repository.js'
import type { Opened } from '../open-register.js'

/** Addresses of roles and partners, from the file beside register.yaml that is never committed. */
export interface Contacts {
  readonly addressesOf: (to: Addressee) => readonly string[]
  /** Names that the register does not have, each as a remark. */
  readonly unknown: readonly string[]
}

/**
 * Reads the contacts of a register; nobody has an address where there is no such file.
 * @param roles titles of the roles that letters may be to, besides those that the register lists
 * @throws UsageError when git has the file, or with everything that is wrong in it
 */
export async function readContacts({ register, root, printed }: Opened, roles: readonly string[]): Promise<Contacts> {
  const bytes = bytesOf(join(root, CONTACTS), MAX_BYTES)
  if (bytes === undefined) return { addressesOf: () => [], unknown: [] }
  await refuseTracked(root, printed(CONTACTS))
  const file = new ContactsFile(bytes, printed(CONTACTS))
  const byRole = new Map<string, readonly string[]>()
  const byId = new Map<string, readonly string[]>()
  const unknown: string[] = []
  const known = knownNames(register, roles)
  for (const { key, value } of file.entriesOf('roles')) {
    const title = roleTitle(register.settings, key.text)
    if (!known.roles.includes(title)) unknown.push(file.unknownName('role', key, known.roles))
    byRole.set(title.toLowerCase(), file.addressesIn(value))
  }
  for (const { key, value } of file.entriesOf('organisations')) {
    if (!known.ids.includes(key.text)) unknown.push(file.unknownName('organisation', key, known.ids))
    byId.set(key.text, file.addressesIn(value))
  }
  file.throwProblems()
  const addressesOf = (to: Addressee) =>
    (to.kind === 'lead' ? byRole.get(to.role.toLowerCase()) : byId.get(to.organisation.id)) ?? []
  return { addressesOf, unknown }
}

const knownNames = ({ settings, organisations }: Register, roles: readonly string[]) => ({
  roles: [...new Set([...settings.roles.map((it) => it.title), ...roles])],
  ids: organisations.map((it) => it.id),
})

/** @throws UsageError when git has the file: addresses of people would be in every copy of the register */
async function refuseTracked(root: string, shown: string): Promise<void> {
  if (findRepository(root) === undefined) return
  const { answerOf } = await import('../../source/run-git.js')
  const folder = realpathSync(root)
  if ((await answerOf(folder, 'ls-files', '--', join(folder, CONTACTS))) === undefined) return
  throw new UsageError(
    `${shown} is in git, and addresses of people do not belong there`,
    `git rm --cached ${shown} takes it out and leaves the file; a line ${CONTACTS} in .gitignore keeps it out`,
  )
}

const GROUPS = ['roles', 'organisations']

/** The file as a tree, which is plain maps of names to addresses, and what is wrong in it. */
class ContactsFile {
  readonly #shown: string
  readonly #lines: Lines
  readonly #root: MapNode | undefined
  readonly #problems: UsageError[] = []

  constructor(bytes: Uint8Array, shown: string) {
    const { text, readable, problems } = decode(bytes)
    this.#shown = shown
    this.#lines = new Lines(text)
    for (const { message, hint, ...span } of problems) this.#report(span, message, hint)
    this.#root = readable ? this.#read(text) : undefined
  }

  #read(text: string): MapNode | undefined {
    const parsed = parseYaml(text)
    const isRead = !('reason' in parsed)
    for (const { message, hint, ...span } of isRead ? parsed.problems : syntaxErrors(text, parsed))
      this.#report(span, message, hint)
    const root = isRead ? parsed.root : undefined
    if (root === undefined || isEmpty(root)) return undefined
    if (root.kind !== 'map') return void this.#report(root, 'this is not a list of roles and organisations', LAYOUT)
    for (const { key } of root.entries)
      if (!GROUPS.includes(key.text))
        this.#report(key, `"${key.text}" has no meaning here`, didYouMean(key.text, GROUPS))
    return root
  }

  /** The names of a group, each with its addresses. */
  entriesOf(group: string): readonly Entry[] {
    const value = this.#root && entryOf(this.#root, group)?.value
    if (value === undefined || isEmpty(value)) return []
    if (value.kind === 'map') return value.entries
    this.#report(value, `${group} have no addresses here`, LAYOUT)
    return []
  }

  /** One address or a list of them. */
  addressesIn(value: Node): string[] {
    if (value.kind === 'list') return value.items.flatMap((it) => this.addressesIn(it))
    if (isEmpty(value)) return []
    const text = value.kind === 'scalar' ? value.text.trim() : ''
    if (isAddress(text)) return [text]
    this.#report(value, `${text === '' ? 'this' : `"${inShort(text, 80)}"`} is not an address`, ADDRESS)
    return []
  }

  unknownName(kind: 'role' | 'organisation', key: Span & { readonly text: string }, names: readonly string[]): string {
    const otherwise = kind === 'role' ? 'roles are listed in register.yaml' : 'an id is the name of its file'
    return `${this.#at(key)} there is no ${kind} "${key.text}"; ${didYouMean(key.text, names, otherwise)}`
  }

  throwProblems(): void {
    if (this.#problems.length > 0) throw new UsageErrors(this.#problems)
  }

  #report(span: Span, message: string, hint?: string): void {
    this.#problems.push(new UsageError(`${this.#at(span)} ${message}`, hint))
  }

  #at({ start }: Span): string {
    const { line, column } = this.#lines.position(start)
    return `${this.#shown}:${line}:${column}`
  }
}

const LAYOUT = 'write roles: or organisations:, and below it a line such as Chief Nurse: chief.nurse@example.nhs.uk'
const ADDRESS = 'write the address alone, such as chief.nurse@example.nhs.uk'

/** An address as mail programs agree on it, without quotes, comments and names: none of it can end a header. */
const isAddress = (text: string) =>
  text.length <= 254 &&
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(text) &&
  !/^\.|\.\.|\.@/.test(text)
