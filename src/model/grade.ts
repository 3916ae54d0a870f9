/** Red, red-amber, amber, amber-green, green; worst first. */
export const GRADES = ['R', 'R/A', 'A', 'A/G', 'G'] as const
export type Grade = (typeof GRADES)[number]

/** The three things that an assessment grades. */
export const ASPECTS = ['governance', 'relationships', 'outcomes'] as const
export type Aspect = (typeof ASPECTS)[number]

/** The grade that a text means: `R/A`, `A/R`, `RA`, `red-amber`, `Amber Red`. Undefined when it means none. */
export function parseGrade(text: string): Grade | undefined {
  const letters = text
    .toUpperCase()
    .replace(/RED/g, 'R')
    .replace(/AMBER/g, 'A')
    .replace(/GREEN/g, 'G')
    .replace(/[\s/_-]+/g, '')
  if (letters === 'R' || letters === 'A' || letters === 'G') return letters
  if (letters === 'RA' || letters === 'AR') return 'R/A'
  if (letters === 'AG' || letters === 'GA') return 'A/G'
  return undefined
}

/** 0 for R to 4 for G. */
export const gradeRank = (grade: Grade): number => GRADES.indexOf(grade)

/** How a grade changed; undefined where one of the two is not known. */
export function courseBetween(from: Grade | undefined, to: Grade | undefined): 'better' | 'worse' | 'same' | undefined {
  if (from === undefined || to === undefined) return undefined
  return from === to ? 'same' : gradeRank(to) > gradeRank(from) ? 'better' : 'worse'
}
