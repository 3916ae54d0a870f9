import { GRADES } from '../../model/grade.js'

/**
 * The shortest beginning that distinguishes each name. RAG letters are not used for bands: grades and risk bands must
 * not be confused (docs/domain.md, section 2).
 */
export function lettersOf(names: readonly string[]): string[] {
  return names.map((name) => {
    const others = names.filter((it) => it !== name).map((it) => it.toLowerCase())
    for (let length = 1; length < name.length; length++) {
      const letters = capital(name.slice(0, length))
      const isTaken = others.some((it) => it.startsWith(letters.toLowerCase()))
      if (!isTaken && !(GRADES as readonly string[]).includes(letters)) return letters
    }
    return capital(name)
  })
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
