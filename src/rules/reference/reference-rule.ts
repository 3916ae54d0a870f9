import { meansUnknown } from '../../model/field-errors.js'
import { writeFix } from '../../model/fix.js'
import { namingOf, type Named } from '../../model/naming.js'
import { at } from '../../model/place.js'
import { referencesFirstTo, type Reference } from '../../model/references.js'
import type { Register } from '../../model/register.js'
import { isRight, meantBy, namedBy, nearTo } from '../../policy/known-names.js'
import { defineReferenceRule, type Checked, type Rule, type RuleFinding, isLost } from '../rule.js'

interface ReferenceRuleText extends Pick<Rule, 'severity' | 'summary' | 'source' | 'why' | 'remedy'> {
  readonly kind: Exclude<Named, 'rule'>
  /** What is wrong with a name that is not listed. */
  wrong(name: string): string
  /** What to do where no listed name is like it. */
  otherwise(name: string, ids: readonly string[]): string
  /** How to show the one that was meant, unless by its id. */
  meant?(id: string): string
  /** Report nothing where nothing at all is listed: a policy need not have documents. */
  readonly mayBeEmpty?: true
  /** What else the rule finds. */
  also?(checked: Checked): Iterable<RuleFinding>
}

/** A rule that each value which, by the catalogue, names a thing of a kind names one that exists. */
export function referenceRule({
  kind,
  wrong,
  otherwise,
  meant: describeMeant,
  mayBeEmpty,
  also,
  ...rule
}: ReferenceRuleText): Rule {
  return defineReferenceRule({
    ...rule,
    code: `reference/${kind}`,
    *check(checked, referring) {
      const { register } = checked
      for (const reference of referencesFirstTo(referring, kind)) {
        const { names, name } = reference
        if (isRight(register, reference, name)) continue
        if (isUnsure(register, reference) || (mayBeEmpty && namedBy(register, reference).length === 0)) continue
        const same = meantBy(register, reference, name)
        const meant = meansUnknown(name) ? undefined : (same ?? nearTo(register, reference, name))
        yield {
          at: at(reference, ...reference.path),
          key: name,
          ...(namingOf(names).others !== undefined && { severity: 'warning' }),
          message: namingOf(names).kinds.length === 1 ? wrong(name) : describeNeither(reference),
          hint:
            meant === undefined
              ? hintOf(
                  reference,
                  otherwise(
                    name,
                    namedBy(register, reference).map(({ id }) => id),
                  ),
                )
              : `did you mean ${describeMeant?.(meant) ?? meant}?`,
          ...(meant !== undefined && { fix: writeFix(reference.path, meant, same !== undefined) }),
        }
      }
      yield* also?.(checked) ?? []
    },
  })
}

function describeNeither({ name, names }: Reference): string {
  const kinds = namingOf(names).kinds.map((it) => (it === 'organisation' ? `an ${it}` : `a ${it}`))
  return `"${name}" is neither ${kinds.slice(0, -1).join(', ')} nor ${kinds.at(-1)} of this register`
}

function hintOf({ name, names }: Reference, otherwise: string): string {
  if (meansUnknown(name)) return 'leave it out and list it under unknown: with the reason'
  return namingOf(names).others === 'text' ? 'correct the id; a name in words begins with a capital letter' : otherwise
}

/** Where the things of a kind are listed, if they are not records of their own. */
const LISTS: Readonly<Partial<Record<Named, readonly ['register' | 'policy', string]>>> = {
  role: ['register', 'roles'],
  body: ['register', 'bodies'],
  directorate: ['register', 'directorates'],
  objective: ['register', 'objectives'],
  'document-type': ['policy', 'documents'],
  'risk-category': ['policy', 'risk-categories'],
  tier: ['policy', 'tiers'],
}

/** Is a list that may contain it unreadable, or the value itself, so that a default stands in for it? */
function isUnsure(register: Register, { names, file, path }: Reference): boolean {
  const kinds = namingOf(names).kinds
  const isListLost = kinds.some((kind) => {
    const list = LISTS[kind]
    return list !== undefined && isLost(register, ...list)
  })
  const ofFile = register.unreadable.filter((it) => it.file === file).flatMap(({ lost }) => lost)
  return (
    isListLost ||
    ofFile.some((it) => it.every((key, index) => key === path[index])) ||
    (kinds.some((it) => it === 'body') && ofFile.some(([key]) => key === 'bodies'))
  )
}
