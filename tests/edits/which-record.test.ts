import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { change, harbour, RIVERSIDE } from './harbour.js'

/** A partnership and an organisation of one id. */
const twins = (more: Readonly<Record<string, string>> = {}) =>
  harbour({
    'organisations/rrp.yaml': 'name: Riverside Recovery CIC\nkind: company\n',
    'partnerships/other.yaml': 'name: Other Works\nstatus: active\n',
    ...more,
  })
const BOTH =
  '"rrp" is both a partnership (partnerships/rrp.yaml) and an organisation (organisations/rrp.yaml); say which: partnerships/rrp or organisations/rrp'

describe('an id that two records have is never guessed', () => {
  test.each([[['set', 'rrp', 'summary', 'x']], [['rename', 'rrp', 'else']], [['show', 'rrp']]])('%j', (args) => {
    const { code, stdout, stderr, file } = change(twins(), ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(BOTH)
    expect(file()).toBe(RIVERSIDE)
  })

  test('nor where one of the two cannot be read', () => {
    const { code, stderr, file } = change(
      twins({ 'partnerships/rrp.yaml': 'name: [\n' }),
      'set',
      'rrp',
      'name',
      'Another CIC',
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining(BOTH)])
    expect(file('organisations/rrp.yaml')).toBe('name: Riverside Recovery CIC\nkind: company\n')
  })

  test.each([[['--kind', 'organisation', 'rrp']], [['organisations/rrp']], [['organisations/rrp.yaml']]])(
    'set %j says which',
    (named) => {
      const { code, file } = change(twins(), 'set', ...named, 'summary', 'A company.')
      expect({ code, text: file('organisations/rrp.yaml') }).toEqual({
        code: 0,
        text: 'name: Riverside Recovery CIC\nsummary: A company.\nkind: company\n',
      })
    },
  )

  test('show takes the folder, too', () => {
    expect(change(twins(), 'show', 'organisations/rrp').stdout).toContain('Riverside Recovery CIC')
    expect(change(twins(), 'show', 'partnerships/rrp').stdout).toContain('Riverside Recovery Partnership')
  })

  test('what takes partnerships only has nothing to ask', () => {
    expect(change(twins(), 'end', 'rrp', '--on', '2026-09-01').code).toBe(0)
  })

  test.each([
    ['register', 'register.yaml', 'partnerships/register.yaml or register.yaml'],
    ['2026-09', 'updates/2026-09', 'partnerships/2026-09.yaml or updates/2026-09.md'],
  ])('a partnership that is called %s', (id, path, ways) => {
    const root = harbour({
      [`partnerships/${id}.yaml`]: 'name: Other Works\nstatus: active\n',
      'updates/2026-09.md': '---\nas-of: 2026-09-30\n---\n',
    })
    const { code, stderr } = change(root, 'set', id, 'sources', 'x')
    expect([code, stderr]).toEqual([2, expect.stringContaining(`say which: ${ways}`)])
    expect(change(root, 'set', path, 'sources', 'x').code).toBe(0)
    expect(change(root, 'set', `partnerships/${id}`, 'sources', 'x').code).toBe(0)
  })

  test('completion knows the record that a folder names', () => {
    const { stdout } = runPartners(['__complete', 'zsh', '--', 'set', '-r', twins(), 'organisations/rrp', 'mem'])
    expect(stdout).toContain('members')
  })
})

describe('a comment that goes is told', () => {
  const REVIEWS = '# the newest stands first\nreviews:\n- date: 2026-03-31\n  by: Board\n- date: 2025-03-31\n'

  test('above, behind and below the dash of a partner that is merged into another', () => {
    const root = harbour({
      'organisations/mind-2.yaml': 'name: Harbour Minds\nkind: third-sector\n',
      'partnerships/rrp.yaml': RIVERSIDE.replace(
        '- organisation: mind\n',
        '- organisation: mind-2\n# why they are in: letter of 2 May\n- organisation: mind # signed by the chair\n  # the share was hard fought for\n',
      ),
    })
    const { stdout, file } = change(root, 'organisation', 'merge', 'mind', '--into', 'mind-2', '--on', '2026-08-01')
    for (const comment of ['why they are in: letter of 2 May', 'signed by the chair', 'the share was hard fought for'])
      expect({
        comment,
        isThere: file().includes(comment),
        isCovered: stdout.includes(`is removed with its line: ${comment}`),
      }).toEqual({
        comment,
        isThere: false,
        isCovered: true,
      })
  })

  test('by any edit, and none that stays', () => {
    const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace(/# the newest[^]*(?=risks:)/, REVIEWS) })
    const { stdout } = change(root, 'set', 'rrp', 'reviews', '--unset')
    expect(stdout).toContain('partnerships/rrp.yaml: a comment is removed with its line: the newest stands first')
    expect(stdout).not.toContain('goes with its line: from the contract')
    expect(change(root, 'set', 'rrp', 'value.amount', '9m').stdout).not.toContain('a comment is removed')
  })
})

describe('names in other words', () => {
  test.each([
    ['Section 75 agreement', 'section-75-agreement'],
    ['section-75-agreement', 'section-75-agreement'],
    ['s75', 'section-75-agreement'],
    ['MoU', 'memorandum'],
    ['Memorandum of understanding', 'memorandum'],
    ['DPIA', 'dpia'],
    ['Data protection impact assessment', 'dpia'],
  ])('record document --type "%s"', (type, id) => {
    const { code, file } = change(harbour(), 'record', 'document', 'rrp', '--type', type, '--signed', '2026-09-01')
    expect({ code, text: file() }).toEqual({ code: 0, text: expect.stringContaining(`- type: ${id}\n`) })
  })

  test('a type that nothing is called like is refused with the nearest', () => {
    const { code, stderr } = change(harbour(), 'record', 'document', 'rrp', '--type', 'agrement')
    expect([code, stderr]).toEqual([2, 'partners: there is no type of document "agrement"; did you mean agreement?\n'])
  })

  test('record risk --category, in its title', () => {
    const { code, file } = change(harbour(), 'record', 'risk', 'rrp', '--text', 'Sick', '--category', 'Staff wellbeing')
    expect({ code, text: file() }).toEqual({ code: 0, text: expect.stringContaining('category: staff-wellbeing\n') })
  })

  test.each([
    ['Riverside Recovry Partnership', 'looks like Riverside Recovery Partnership (rrp)'],
    ['Riverside Recovery Partnershp', 'looks like Riverside Recovery Partnership (rrp)'],
  ])('new "%s": a slip of the pen looks like it', (name, words) => {
    const { code, stderr } = change(harbour(), 'new', name)
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })

  test('a primary care network is one', () => {
    const run = change(harbour(), 'organisation', 'new', 'Otterby Practices', '--kind', 'PCN')
    expect(run.file('organisations/otterby-practices.yaml')).toContain('kind: pcn\n')
  })

  test('rename follows a partnership that a responsibility of another one names', () => {
    const root = twins({
      'organisations/rrp.yaml': 'name: Riverside Recovery CIC\nkind: company\n',
      'partnerships/other.yaml':
        'name: Other Works\nstatus: active\nresponsibilities:\n  - function: Hosting\n    responsible: [rrp-works]\n',
      'partnerships/rrp-works.yaml': 'name: Works\nstatus: active\n',
    })
    expect(change(root, 'rename', 'rrp-works', 'works').file('partnerships/other.yaml')).toContain('[works]')
  })

  test('rename leaves alone what means the organisation of the same id', () => {
    const other =
      'name: Other Works\nstatus: active\nresponsibilities:\n  - function: Hosting\n    responsible: [rrp]\n'
    const root = twins({ 'partnerships/other.yaml': other })
    expect(change(root, 'rename', 'partnerships/rrp', 'recovery').file('partnerships/other.yaml')).toBe(other)
    expect(change(root, 'rename', 'organisations/rrp', 'rrp-cic').file('partnerships/other.yaml')).toContain(
      '[rrp-cic]',
    )
  })
})

describe('what hangs on an entry of policy that was switched off', () => {
  const withPolicy = (policy: string) => harbour({ 'policy.yaml': policy })
  const found = (root: string) =>
    runPartners([
      'validate',
      '-r',
      root,
      '--fail-on',
      'never',
      '-q',
      '--rule',
      'reference/tier',
      '--rule',
      'reference/fact-value',
    ]).stdout.replace(/\n +/g, ' ')

  test('a tier: inherited floors and documents that name it are told', () => {
    const text = found(withPolicy('extends: nhs-2026\ntiers:\n  significant:\n    off: We have three classes\n'))
    expect(text).toContain(
      'significant is switched off, and 1 floor, 6 documents and 1 question that are inherited still name it',
    )
    expect(text).toContain('floors.strong-bond, documents.agreement')
  })

  test('a level of information governance', () => {
    const text = found(withPolicy('extends: nhs-2026\ninformation-levels:\n  IG2:\n    off: Not used\n'))
    expect(text).toContain('IG2 is switched off, and 2 documents that are inherited still name it')
  })

  test('nothing is told where what named it is written anew', () => {
    const documents = [
      'agreement',
      'terms-of-reference',
      'dpia',
      'equality-impact-assessment',
      'performance-framework',
      'business-continuity',
    ]
    const off = documents.map((it) => `  ${it}:\n    off: Not used\n`).join('')
    const text = found(
      withPolicy(
        `extends: nhs-2026\ntiers:\n  significant:\n    off: We have three classes\nfloors:\n  strong-bond:\n    when:\n      kind: section-75\n    tier: major\ndocuments:\n${off}self-assessment:\n  F3:\n    off: Not asked\n`,
      ),
    )
    expect(text).not.toContain('switched off')
  })
})
