import { describe, expect, test } from 'vitest'
import { partnershipSchema } from '../src/model/partnership.js'
import { schemaAt } from '../src/model/schema-walk.js'
import { inSourceWords } from '../src/model/source-words.js'
import { html } from '../src/output/paper/html.js'
import { registerExtract } from '../src/reports/register/index.js'
import { review } from '../src/reports/review/index.js'
import { told } from './diff/states.js'
import { change, harbour } from './edits/harbour.js'
import { HOSTILE, paperOf } from './reports/paper-input.js'
import { partnershipOf } from './policy/sample.js'
import { runPartners } from './run-partners.js'

const OURS = {
  summary: 'our summary',
  position: 'our position',
  stated: { summary: 'Summary of the source.', position: 'Position of the source.' },
  assessments: [
    {
      date: '2026-09-30',
      governance: 'A',
      relationships: 'A',
      comments: { governance: 'our comment', relationships: 'Kept comment.' },
      stated: { governance: 'Comment of the source.' },
    },
  ],
  'quality-reviews': [{ title: 'Peer review', finding: 'our finding', stated: 'Peers of the source.' }],
  evaluations: [{ title: 'Evaluation', stated: 'Evaluation of the source.' }],
  headlines: [{ date: '2026-10', text: 'our headline', stated: 'News of the source.' }],
}

describe('in the words of the source', () => {
  const assessment = schemaAt(partnershipSchema, ['assessments', 0])!

  test('are comments, never the grades beside them', () => {
    const graded = { governance: 'A', comments: { outcomes: 'ours' }, stated: { governance: 'Theirs.' } }
    expect(inSourceWords(assessment, graded)).toEqual({
      governance: 'A',
      comments: { governance: 'Theirs.', outcomes: 'ours' },
    })
  })

  test('is no sum, whose words are printed beside it', () => {
    const value = { amount: 1, stated: 'Nearly £1.' }
    expect(inSourceWords(schemaAt(partnershipSchema, ['value'])!, value)).toEqual(value)
  })
})

describe('papers print the words of the source in place of ours', () => {
  test('in the register paper, and keep ours where the source has none', () => {
    const paper = paperOf(registerExtract, { partnerships: [partnershipOf(OURS)] })
    expect(paper).not.toMatch(/our (?:summary|position|comment|finding|headline)/)
    for (const words of ['Summary', 'Position', 'Comment', 'Peers', 'Evaluation', 'News'])
      expect(paper.split(`${words} of the source.`)).toHaveLength(2)
    expect(paper).toContain('Kept comment.')
  })

  test('in the review of partnerships', () => {
    const paper = paperOf(review, { partnerships: [partnershipOf(OURS)] })
    expect(paper).toContain('| Governance | **A** | Comment of the source. |')
    expect(paper).toContain('| Relationships | **A** | Kept comment. |')
    expect(paper).toContain('Position of the source.')
    expect(paper).not.toMatch(/our (?:summary|position|comment)/)
  })

  test.each([
    ['the Board update', ['report', 'board-update']],
    ['the paper of one partnership', ['report', 'partnership', 'omhp']],
  ])('in %s of Oxford, with the abbreviations of the source', (_, args) => {
    const { stdout } = runPartners(args)
    expect(stdout).toContain('OMHP remains committed to supporting OHFT with campaigning against the £600k cuts')
    expect(stdout).toContain('This has been reversed where the CQC standards are applied to five operational areas.')
    expect(stdout).not.toContain('Joint campaigning against £1.6m of cuts')
  })

  test('where it is too early to tell and the source says so, once', () => {
    const { stdout } = runPartners(['report', 'review', '-r', 'examples/nhs-brent-2010'])
    expect(stdout).toContain('| It is too early to assess the impact of the partnership. In mental health')
    expect(stdout).not.toContain('Too early to tell.')
  })

  test.each(HOSTILE)('as text: %j', (stated) => {
    const page = html(
      paperOf(review, { partnerships: [partnershipOf({ stated: { position: stated }, rationale: 'x' })] }),
    )
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('\u001b')
  })
})

describe('what changed', () => {
  const P = 'partnerships/csl.yaml'
  const csl = (text = '') => ({ [P]: `name: CSL\nstatus: active\n${text}` })

  test('is told of new news in the words of the source', () => {
    const news = 'headlines:\n  - date: 2026-04\n    text: Ours.\n    stated: Those of the source.\n'
    expect(told(csl(), csl(news)).join('\n')).toContain('“Those of the source.”')
    expect(told(csl(), csl(news)).join('\n')).not.toContain('Ours.')
  })

  test('and names the words of the source where they alone changed', () => {
    const of = (stated: string) => csl(`position: Ours.\nstated:\n  position: ${stated}\n`)
    expect(told(of('One'), of('Two'))).toEqual([
      'neutral: Current status in the words of the source of CSL changed from One to Two',
    ])
  })
})

describe('record', () => {
  test('takes the words of the source with a headline, and with grades', () => {
    const folder = harbour()
    const words = 'People are seen within two weeks.'
    const news = change(folder, 'record', 'headline', 'rrp', '--text', 'Shorter waits.', '--stated', words)
    expect(news.code).toBe(0)
    expect(news.file()).toContain(`  text: Shorter waits.\n  stated: ${words}\n`)
    const grades = ['--governance', 'A', '--governance-stated', 'The terms are old.']
    const graded = change(folder, 'record', 'assessment', 'rrp', ...grades)
    expect(graded.code).toBe(0)
    expect(graded.file()).toContain('  stated:\n    governance: The terms are old.\n')
    expect(graded.stdout).not.toContain('comment-missing')
  })
})
