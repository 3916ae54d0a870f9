import { formatCondition } from '../../model/condition.js'
import type { Policy } from '../../model/policy.js'
import { formatNames } from '../../model/words.js'

type QuestionData = Policy['self-assessment'][string]
type Limit = NonNullable<QuestionData['error']>

/** How a question is answered, in a sentence. */
export function describeAnswer({ answer = 'text', values }: QuestionData): string {
  switch (answer) {
    case 'yes-no':
      return 'Answer yes or no.'
    case 'number':
      return 'Answer with a number.'
    case 'day':
      return 'Answer with a date, such as 30 April 2027, or none.'
    case 'document':
      return 'Answer with a date, such as 30 April 2027, or yes or no.'
    case 'choice':
      return `Answer with one of: ${values.join(', ')}.`
    case 'text':
      return 'Answer in your own words.'
  }
}

/**
 * Which answers need no talk about them: a sentence for what must be, and one for what we would rather have.
 * @param applies whether the condition of a limit holds for the reader; undefined where that is not known
 * @param version the partnership standard in force
 */
export function describeAcceptable(
  question: QuestionData,
  applies: (limit: Limit) => boolean | undefined,
  version: string | undefined,
): string[] {
  const sentence = (begin: string, limit: Limit | undefined, taken: readonly string[]) => {
    const holds = limit && applies(limit)
    const wanted = limit === undefined || holds === false ? [] : acceptable(limit, question, taken, version)
    const where = limit?.when && holds === undefined ? ` (where ${formatCondition(limit.when)})` : ''
    return wanted.length === 0 ? [] : [`${begin}: ${wanted.join(', or ')}${where}.`]
  }
  const { error, warning } = question
  const taken = error?.when === undefined ? (error?.is ?? []) : []
  const [needed] = sentence('Acceptable', error, [])
  const [wished] = sentence(needed === undefined ? 'Acceptable' : 'Preferred', warning, taken)
  // a limit that says the same twice is said once
  const isSame = needed !== undefined && wished?.split(': ')[1] === needed.split(': ')[1]
  return [needed, isSame ? undefined : wished].filter((it) => it !== undefined)
}

/** What is beyond a limit must be so in all of its parts: an answer is within it where one part does not hold. */
function acceptable(limit: Limit, question: QuestionData, taken: readonly string[], version: string | undefined) {
  const { below, above, detail, 'older-than': older, 'ends-within': within, 'not-in': place } = limit
  const isSoon = within !== undefined && within.months + within.days > 0
  return [
    ...otherWords(limit, question, taken),
    ...(below === undefined ? [] : [below === 100 ? '100' : `${below} or more`]),
    ...(above === undefined ? [] : [above === 0 ? 'none (0)' : `${above} or less`]),
    ...(older === undefined ? [] : [`a date within the last ${older.written}`]),
    ...(within === undefined
      ? []
      : [isSoon ? `a date more than ${within.written} from now` : 'a date that has not passed']),
    ...(place === undefined ? [] : [PLACES[place](version)]),
    ...(detail === undefined ? [] : [describeDetail(detail, limit.is)]),
  ]
}

/** The answers that are not named by a limit. */
function otherWords({ is }: Limit, { answer, values }: QuestionData, taken: readonly string[]): string[] {
  if (is.length === 0) return []
  const all = answer === 'choice' ? values : ['yes', 'no']
  const left = all.filter((it) => !is.includes(it) && !taken.includes(it))
  if (answer === 'yes-no' || answer === 'choice')
    return left.length > 4 ? [notOneOf(is)] : left.length > 0 ? [left.join(', ')] : []
  return [notOneOf(is)]
}

const notOneOf = (words: readonly string[]) => `anything but ${formatNames(words)}`

const describeDetail = (detail: NonNullable<Limit['detail']>, is: readonly string[]) => {
  const after = is.length > 0 ? is.join(' or ') : 'a lower number'
  return {
    given: `${after} with nothing to add`,
    missing: `${after} with the details after it`,
    undated: `${after} with a plan and its date after it`,
  }[detail]
}

const PLACES: Record<NonNullable<Limit['not-in']>, (version: string | undefined) => string> = {
  organisations: () => 'organisations that we know of, by name, or none',
  identifiers: () => 'with the number that we have on record',
  standard: (version) => (version === undefined ? 'the version in force' : `the version in force, ${version}`),
}
