/** Facts in a reader's words; the information-governance level follows from the data. */
const WORDS: Readonly<Record<string, string>> = {
  data: 'personal data',
  'information-governance level': 'personal data',
  care: 'care delivered',
  'role of a partner': 'roles of partners',
  'what makes the data risky': 'high-risk data',
  'value over its whole life': 'whole-life value',
}

/** The facts that are missing, of these reasons; any other reason is left as it is. */
export function openFacts(reasons: readonly string[]): string[] {
  const facts = reasons.map((it) => {
    const fact = /^(.+) is not known$/.exec(it)?.[1]
    return fact === undefined ? it : (WORDS[fact] ?? fact)
  })
  return [...new Set(facts)].sort()
}
