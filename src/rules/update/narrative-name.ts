import { capitalisedNames, namesOf } from '../narrative-names.js'
import type { Fix } from '../../model/fix.js'
import { theOneLike } from '../look-alikes.js'
import { defineRegisterRule } from '../rule.js'

export const narrativeName = defineRegisterRule({
  code: 'update/narrative-name',
  severity: 'info',
  summary: 'A narrative names what looks like a partnership and is not in the register.',
  source: 'Named once: names in narratives are compared with the register',
  why: 'The audit of 2019 sampled a partnership that appears nowhere else in its paper.',
  remedy: 'Add it to the register, or write the name or an alias that the register has.',
  *check({ register }) {
    const known = new Set(namesOf(register))
    for (const { at, name } of capitalisedNames(register)) {
      if (known.has(name.toLowerCase())) continue
      const alike = theOneLike([...register.partnerships, ...register.organisations], name)
      yield {
        at,
        key: name,
        message: `"${name}" is not the name of anything in this register`,
        hint:
          alike === undefined
            ? 'add it, or write the name or an alias that the register has'
            : `make it an alias of ${alike.name} (${alike.file})`,
        ...(alike && { fix: aliasFix(alike, name) }),
      }
    }
  },
})

const aliasFix = ({ file, name, aliases }: Named, alias: string): Fix => ({
  title: `make it an alias of ${name}`,
  safe: true,
  edits: [{ op: 'insert', file, path: ['aliases', aliases.length], value: alias }],
})

interface Named {
  readonly file: string
  readonly name: string
  readonly aliases: readonly string[]
}
