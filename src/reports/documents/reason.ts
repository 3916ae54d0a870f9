/** Facts as a question that somebody can answer; the level of information governance follows from the data. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'annual value': 'what it is worth a year',
  data: 'whether personal data are shared',
  'information-governance level': 'whether personal data are shared',
  care: 'whether people get care',
  kind: 'its kind',
  'kind of partner': 'what kind of body the partner is',
  'role of a partner': 'what part the partners have',
  procurement: 'how it was procured',
}

/** The facts that are missing, as questions; a reason that is no missing fact stays as it is. */
export function openQuestions(reasons: readonly string[]): string[] {
  const questions = reasons.map((it) => {
    const fact = /^(.+) is not known$/.exec(it)?.[1]
    return fact === undefined ? it : (QUESTIONS[fact] ?? fact)
  })
  return [...new Set(questions)].sort()
}
