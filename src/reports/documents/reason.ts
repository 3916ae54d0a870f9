/** Facts as questions that somebody can answer; the information-governance level follows from the data. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'annual value': 'what it is worth a year',
  data: 'whether personal data are shared',
  'information-governance level': 'whether personal data are shared',
  care: 'whether care is delivered',
  kind: 'its kind',
  'kind of partner': 'what kind of body the partner is',
  'role of a partner': 'what part the partners have',
  procurement: 'how it was procured',
}

/** Missing facts as questions; any other reason is left as it is. */
export function openQuestions(reasons: readonly string[]): string[] {
  const questions = reasons.map((it) => {
    const fact = /^(.+) is not known$/.exec(it)?.[1]
    return fact === undefined ? it : (QUESTIONS[fact] ?? fact)
  })
  return [...new Set(questions)].sort()
}
