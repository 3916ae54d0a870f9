import { formatInexactDay, latestIndex } from '../../model/day.js'
import { writeFix } from '../../model/fix.js'
import { ASPECTS, parseGrade, type Aspect } from '../../model/grade.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { wordsOf } from '../../model/source-words.js'
import { inMessage } from '../../model/words.js'
import { dutyName, describeState } from '../../policy/describe-document.js'
import { dueRules } from '../due-rules.js'
import { type Rule, definePartnershipRule } from '../rule.js'

const commentMissing = definePartnershipRule({
  code: 'assessment/comment-missing',
  severity: 'warning',
  summary: 'A grade that is not green has no comment.',
  source: 'Grades: a comment is required unless G',
  why: 'A Board that sees Amber asks why.',
  remedy: 'Write a sentence under `comments`, or that of the source under `stated`.',
  *check(partnership) {
    for (const [index, assessment] of partnership.assessments.entries()) {
      for (const aspect of ASPECTS) {
        const grade = assessment[aspect]
        if (grade === undefined || grade === 'G' || commentOf(assessment, aspect) !== undefined) continue
        yield {
          at: at(partnership, 'assessments', index, aspect),
          key: aspect,
          message: `${aspect} is graded ${grade} without a comment`,
          hint: `say why under comments: ${aspect}: …`,
        }
      }
    }
  },
})

const contradictsEvidence = definePartnershipRule({
  code: 'assessment/contradicts-evidence',
  severity: 'warning',
  summary: 'Governance is graded green while a required document is missing or expired.',
  source: 'Grade G of governance: agreement, terms and risks clear, current, used',
  why: 'Thirteen greens in one paper call for a check.',
  remedy: 'Get the documents, or grade governance by what there is.',
  *check(partnership, { policy, asOf }) {
    const index = latestIndex(partnership.assessments, asOf)
    if (partnership.assessments[index]?.governance !== 'G') return
    const bad = policy
      .documents(partnership)
      .filter((it) => !it.unsure && ['missing', 'expired', 'unsigned'].includes(it.state))
    if (bad.length === 0) return
    yield {
      at: at(partnership, 'assessments', index, 'governance'),
      message: `governance is graded G, but documents are not in order: ${inMessage(bad.map((it) => `${dutyName(it)}, ${describeState(it)}`))}`,
      because: bad.flatMap((it) => it.because),
    }
  },
})

const copiedForward = definePartnershipRule({
  code: 'assessment/copied-forward',
  severity: 'info',
  summary: 'An assessment repeats the previous one word for word.',
  source: 'Ratings copied forward are the commonest fault of registers',
  why: 'An unchanged comment suggests that nobody looked.',
  remedy: 'Look again, and say what is new.',
  *check(partnership) {
    const sorted = partnership.assessments
      .map((it, index) => ({ it, index }))
      .sort((a, b) => (a.it.date.last < b.it.date.last ? -1 : 1))
    for (const [position, { it, index }] of sorted.entries()) {
      const before = sorted[position - 1]?.it
      if (
        before === undefined ||
        ASPECTS.every((aspect) => commentOf(it, aspect) === undefined) ||
        ASPECTS.some((aspect) => it[aspect] !== before[aspect] || commentOf(it, aspect) !== commentOf(before, aspect))
      )
        continue
      yield {
        at: at(partnership, 'assessments', index, 'date'),
        key: it.date.last,
        message: `grades and comments repeat those of ${formatInexactDay(before.date)}, word for word`,
      }
    }
  },
})

const commentOf = ({ comments, stated }: Partnership['assessments'][number], aspect: Aspect) =>
  wordsOf({ ...comments, stated }, aspect)

const redWithoutAction = definePartnershipRule({
  code: 'assessment/red-without-action',
  severity: 'error',
  summary: 'Something is graded red and no action is open.',
  source: 'A Red needs an action with an owner and a day',
  why: 'The Board will ask what is being done.',
  remedy: 'Add an action under `actions`, with `owner` and `due`.',
  *check(partnership, { asOf }) {
    const index = latestIndex(partnership.assessments, asOf)
    const assessment = partnership.assessments[index]
    const red = ASPECTS.find((aspect) => assessment?.[aspect] === 'R')
    if (red === undefined || partnership.actions.some((it) => it.done === undefined)) return
    yield {
      at: at(partnership, 'assessments', index, red),
      key: red,
      message: `${red} is graded R, and no action is open`,
    }
  },
})

const spelling = definePartnershipRule({
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

export const assessmentRules: readonly Rule[] = [
  ...dueRules('assessment'),
  commentMissing,
  contradictsEvidence,
  copiedForward,
  redWithoutAction,
  spelling,
]
