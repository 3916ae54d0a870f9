import { writeFix } from '../../model/fix.js'
import { ASPECTS, parseGrade } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const spelling = definePartnershipRule({
  code: 'assessment/spelling',
  severity: 'info',
  summary: 'A grade has another spelling than the register’s.',
  source: 'Write only R, R/A, A, A/G, G',
  why: 'It is understood, but searching the files for a grade would miss it.',
  remedy: 'Write it as R, R/A, A, A/G or G.',
  *check(partnership, { register }) {
    const spellings = register.files.get(partnership.file)?.spellings ?? []
    for (const { what, path, text } of spellings) {
      const [list, index, aspect] = path
      const grade = parseGrade(text)
      if (what === 'grade' && list === 'assessments' && isStated(partnership, Number(index), aspect))
        yield {
          at: at(partnership, ...path),
          key: String(aspect),
          message: `"${text}" is read as ${grade}`,
          hint: `write ${grade}`,
          ...(grade !== undefined && { fix: writeFix(path, grade, true) }),
        }
    }
  },
})

const isStated = ({ assessments }: Partnership, index: number, key: unknown) =>
  ASPECTS.some((aspect) => aspect === key && assessments[index]?.[aspect] !== undefined)
