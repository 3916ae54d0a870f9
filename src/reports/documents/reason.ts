/** Reasons that read better in other words than those of conditions. */
const PLAIN: Readonly<Record<string, string>> = {
  'care is true': 'people get care',
  'shared record is true': 'the partners share a record',
  'has bodies': 'it has boards or groups of its own',
  'annual value is above £0': 'money passes',
}

/** Facts as a question that somebody can answer; the level of information governance follows from the data. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'annual value': 'what it is worth a year',
  data: 'whether personal data pass',
  'information-governance level': 'whether personal data pass',
  care: 'whether people get care',
  kind: 'its kind',
  'kind of partner': 'what kind of body the partner is',
  'role of a partner': 'what part the partners have',
  procurement: 'how it was procured',
}

/**
 * Why a document is asked for, in a reader's words: codes lose their hyphens, and what has no words of its own stays as
 * policy has it.
 */
export const sayReasons = (reasons: readonly string[]): string =>
  reasons.map((it) => PLAIN[it] ?? inWords(it)).join(', ')

/** `kind is lead-commissioner` is kind is lead commissioner; the name of an entry, such as `IG3`, stays. */
const inWords = (reason: string) => reason.replace(/ is [a-z0-9 -]+$/, (words) => words.replaceAll('-', ' '))

/** The facts that are missing, as questions; a reason that is no missing fact stands for itself. */
export function openQuestions(reasons: readonly string[]): string[] {
  const questions = reasons.map((it) => {
    const fact = /^(.+) is not known$/.exec(it)?.[1]
    return fact === undefined ? inWords(it) : (QUESTIONS[fact] ?? fact)
  })
  return [...new Set(questions)].sort()
}
