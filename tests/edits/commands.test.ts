import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from './harbour.js'

/** The lines that one text has and another has not, with what was there. */
const differs = (before: string, after: string) => {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return { gone: old.filter((it) => !now.includes(it)), come: now.filter((it) => !old.includes(it)) }
}

describe('set', () => {
  test('changes one value, and says what it was', () => {
    const { code, stdout, file } = change(harbour(), 'set', 'rrp', 'value.amount', '9m')
    expect(code).toBe(0)
    expect(stdout).toContain('value.amount: 9m, was 8.6m (Riverside Recovery Partnership).')
    expect(file()).toBe(RIVERSIDE.replace('8.6m ', '9m '))
  })

  test.each([
    [
      ['summary', 'Support for adults, in the community.'],
      ['  Community recovery support', '  for adults.'],
      ['  Support for adults, in the community.'],
    ],
    [['risks[workforce].owner', 'COO'], [], ['  owner: COO']],
    [['reviews[latest].outcome', 'continue'], [], ['  outcome: continue']],
    [['reviews[2026-03-31].by', 'Quality Committee'], ['  by: Board'], ['  by: Quality Committee']],
    [['aliases', 'RRP', 'Riverside, the'], ['aliases: [RRP]'], ['aliases: [RRP, "Riverside, the"]']],
    [['partners[mind].share', '40%'], [], ['  share: 40%']],
    [['unknown.sponsor', 'Not decided yet.'], [], ['  sponsor: Not decided yet.']],
    [['importance.level', 'high'], [], ['importance:', '  level: high']],
    [['risks[1].target', '6'], [], ['  target: 6']],
  ])('%j', (args, gone, come) => {
    const { code, file } = change(harbour(), 'set', 'rrp', ...args)
    expect(code).toBe(0)
    expect(differs(RIVERSIDE, file())).toEqual({ gone, come })
  })

  test('what is stated now is not unknown any more', () => {
    const { stdout, file } = change(harbour(), 'set', 'rrp', 'value.basis', 'exact')
    expect(stdout).toContain('value.basis is no longer listed under unknown.')
    expect(file()).not.toContain('Not stated')
    expect(file()).toContain('exit: Draft with the lawyers.')
  })

  test('takes a field out', () => {
    const { file } = change(harbour(), 'set', 'rrp', 'value.direction', '--unset')
    expect(file()).toBe(RIVERSIDE.replace('  direction: income\n', ''))
  })

  test('a value that stands there already changes nothing', () => {
    const { code, stdout, file } = change(harbour(), 'set', 'rrp', 'status', 'active')
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing to change: it already says so.')
    expect(file()).toBe(RIVERSIDE)
  })

  test('a dry run shows the change and writes nothing', () => {
    const { stdout, file } = change(harbour(), 'set', 'rrp', 'status', 'ending', '--dry-run')
    expect(stdout).toContain('-status:   active\n+status:   ending')
    expect(stdout).toContain('dry run: nothing was written')
    expect(file()).toBe(RIVERSIDE)
  })

  test('as JSON', () => {
    const told = JSON.parse(change(harbour(), 'set', 'rrp', 'status', 'ending', '--format', 'json').stdout)
    expect(told).toMatchObject({
      schemaVersion: 1,
      written: true,
      files: [{ file: 'partnerships/rrp.yaml', isNew: false }],
    })
    expect(told.introduced.map((it: { code: string }) => it.code)).toEqual(['review/lapsed'])
  })

  test('organisations, updates and register.yaml, too', () => {
    const root = harbour({ 'updates/2026-10.md': '---\nas-of: 2026-09-30\n---\n## Governance\nWords.\n' })
    expect(change(root, 'set', 'mind', 'note', 'Ask the chair.').file('organisations/mind.yaml')).toContain(
      'note: Ask the chair.',
    )
    expect(change(root, 'set', '2026-10', 'title', 'Update').file('updates/2026-10.md')).toContain(
      'title: Update\nas-of: 2026-09-30\n---\n## Governance\nWords.\n',
    )
    expect(
      change(root, 'set', '2026-10', 'sections[Governance].text', 'Other words.').file('updates/2026-10.md'),
    ).toContain('## Governance\nOther words.\n')
    expect(change(root, 'set', 'register', 'known.partnerships', 'about 70').file('register.yaml')).toContain(
      'known:\n  partnerships: about 70',
    )
  })

  test.each([
    [['rrp', 'valeu.amount', '1'], 'partners: "valeu" is not a field of this record; did you mean value?'],
    [['rrp', 'value.amuont', '1'], 'partners: "amuont" is not a field of value; did you mean amount?'],
    [['rrp', 'risks[staff].owner', 'COO'], 'partners: risks has no item "staff"; names here: workforce'],
    [
      ['rrp', 'risks.owner', 'COO'],
      'partners: risks is a list, so "risks.owner" names no field; name the item: risks[…].owner',
    ],
    [['rrp', 'value', '2m'], 'partners: value has keys of its own; name one: value.title, value.amount'],
    [
      ['rrp', 'status', 'actve'],
      'partners: Partnership status: "actve" is not one of the values of partnership status; did you mean active?',
    ],
    [['rrp', 'start', '31/02/2026'], 'partners: Start: "31/02/2026" does not exist'],
    [
      ['rrp', 'lead', 'Chief Operating Oficer'],
      'partners: there is no role "Chief Operating Oficer"; did you mean Chief Operating Officer?',
    ],
    [['rrp', 'parent', 'rrpx'], 'partners: there is no partnership "rrpx"; did you mean rrp?'],
    [
      ['rrpx', 'status', 'active'],
      'partners: there is no partnership or organisation "rrpx"; did you mean rrp (Riverside Recovery Partnership)?',
    ],
    [['../rrp', 'status', 'active'], 'partners: there is no partnership or organisation "../rrp"'],
    [['rrp', 'status'], 'partners: status needs a value'],
    [['rrp', 'status', 'active', 'ended'], 'partners: status takes one value, and 2 are given'],
    [['rrp', '__proto__.x', '1'], 'partners: "__proto__" is not a field of this record'],
    [['rrp', 'risks[workforce', '1'], 'partners: "risks[workforce" is not the path of a field'],
    [['rrp', 'summary', '  '], 'partners: Summary: there is no text here'],
  ])('%j is refused, and nothing is written', (args, words) => {
    const { code, stderr, stdout, file } = change(harbour(), 'set', ...args)
    expect(stderr).toContain(words)
    expect({ code, stdout, file: file() }).toEqual({ code: 2, stdout: '', file: RIVERSIDE })
  })

  test('two items that fit a path are both named', () => {
    const twice = RIVERSIDE.replace(
      'risks:\n',
      'documents:\n- type: dpia\n  title: A\n- type: dpia\n  title: B\nrisks:\n',
    )
    const { code, stderr } = change(
      harbour({ 'partnerships/rrp.yaml': twice }),
      'set',
      'rrp',
      'documents[dpia].version',
      '2',
    )
    expect(code).toBe(2)
    expect(stderr).toContain(
      'documents[dpia] could be 2 items; name it by position: documents[1] (dpia A), documents[2] (dpia B)',
    )
  })

  test('control characters never reach the file', () => {
    const { code, file } = change(harbour(), 'set', 'rrp', 'summary', 'red \u001B[31m text\u202E')
    expect(code).toBe(0)
    // oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
    expect(file()).not.toMatch(/[\u001B\u202E]/)
  })
})

describe('record', () => {
  test('a review goes where its neighbours have it: the newest first', () => {
    const { code, stdout, file } = change(
      harbour(),
      'record',
      'review',
      'rrp',
      '--by',
      'Service Manager',
      '--outcome',
      'continue',
    )
    expect(code).toBe(0)
    expect(stdout).toContain(
      'Review of Riverside Recovery Partnership is recorded: date 30 September 2026, by Service Manager, outcome continue',
    )
    expect(file()).toContain('reviews:\n- date: 2026-09-30\n  by: Service Manager\n  outcome: continue\n')
    expect(file()).toMatch(
      /  outcome: continue\n  stamp:\n    scheme: 1\n    reviewed: h[0-9a-f]{16}\n    tier: major\n    partners:\n      mind: h[0-9a-f]{16}\n- date: 2026-03-31/,
    )
  })

  test('a review that is recorded again on its day is stamped anew, and nothing else of it changes', () => {
    const root = harbour()
    const again = (...args: string[]) => change(root, 'record', 'review', 'rrp', ...args)
    const before = again('--by', 'Service Manager', '--outcome', 'continue').file()
    expect(again().stdout).toContain('Nothing to change: it already says so.')
    change(root, 'set', 'rrp', 'notice', '9 months')
    const { code, stdout, file } = again('--by', 'Service Manager', '--note', 'Seen again.')
    expect(code).toBe(0)
    expect(stdout).toContain(
      'Review of Riverside Recovery Partnership of 30 September 2026 is updated, and stamped with the present state of the register',
    )
    const printOf = (text: string) => / {4}reviewed: (h\w+)/.exec(text)![1]!
    const plain = (text: string) => text.replace(printOf(text), '').replace(/notice: .*\n/, '')
    expect(printOf(file())).not.toBe(printOf(before))
    expect(plain(file()).replace(/ {2}note: Seen again.\n/, '')).toBe(plain(before))
  })

  test('a stamp that was damaged is made anew by recording the review of its day again', () => {
    const root = harbour()
    const whole = change(root, 'record', 'review', 'rrp', '--by', 'Service Manager', '--outcome', 'renew').file()
    for (const [from, to] of [
      [/reviewed: h..../, 'reviewed: hzzzz'],
      [/scheme: 1/, 'scheme: one'],
    ] as const) {
      writeFileSync(join(root, 'partnerships/rrp.yaml'), whole.replace(from, to))
      const { code, file } = change(root, 'record', 'review', 'rrp')
      expect([code, file()]).toEqual([0, whole])
    }
  })

  test('a review of an earlier day says that its stamp is of today, and has none where a later one is there', () => {
    const root = harbour()
    const { stdout } = change(
      root,
      'record',
      'review',
      'rrp',
      '--date',
      '2026-06-30',
      '--by',
      'COO',
      '--outcome',
      'renew',
    )
    expect(stdout).toContain('The stamp is of the register on 30 September 2026, not on the day of the review.')
    const earlier = change(root, 'record', 'review', 'rrp', '--date', '2025-06-30', '--by', 'COO', '--outcome', 'renew')
    expect(earlier.stdout).toContain('There is a later review, of 30 June 2026, so this one gets no stamp.')
    expect(earlier.file().match(/stamp:/g)).toHaveLength(1)
    expect(earlier.file()).toMatch(/- date: 2025-06-30\n  by: COO\n  outcome: renew\n(?!  stamp)/)
  })

  test('grades with the comment on the one that needs it', () => {
    const { file } = change(
      harbour(),
      'record',
      'assessment',
      'rrp',
      '--governance',
      'G',
      '--relationships',
      'G',
      '--outcomes',
      'R/A',
      '--text',
      'Target missed.',
    )
    expect(file()).toContain(
      'assessments:\n- date: 2026-09-30\n  governance: G\n  relationships: G\n  outcomes: R/A\n  comments:\n    outcomes: Target missed.\n',
    )
  })

  test('two headlines of a day are told apart', () => {
    const root = harbour()
    change(root, 'record', 'headline', 'rrp', '--text', 'A second haven opened.', '--tone', 'good')
    const { file, stdout } = change(root, 'record', 'headline', 'rrp', '--text', 'Waiting times fell again this year.')
    expect(file()).toContain(
      'headlines:\n- date: 2026-09-30\n  tone: good\n  text: A second haven opened.\n- id: waiting-times-fell-again\n  date: 2026-09-30\n  text: Waiting times fell again this year.\n',
    )
    expect(stdout).not.toContain('It brings')
  })

  test('a document that is asked for becomes one that is signed', () => {
    const root = harbour({
      'partnerships/rrp.yaml': RIVERSIDE.replace(
        'risks:\n',
        'documents:\n- type: agreement\n  status: draft\n  link: https://docs.example/rrp\nrisks:\n',
      ),
    })
    const { file } = change(
      root,
      'record',
      'document',
      'rrp',
      '--type',
      'agreement',
      '--signed',
      '2026-09-01',
      '--expires',
      '2029-03-31',
    )
    expect(file()).toContain(
      'documents:\n- type: agreement\n  signed: 2026-09-01\n  expires: 2029-03-31\n  link: https://docs.example/rrp\nrisks:',
    )
  })

  test('a document that is renewed needs its new last day', () => {
    const root = harbour({
      'partnerships/rrp.yaml': RIVERSIDE.replace(
        'risks:\n',
        'documents:\n- type: agreement\n  signed: 2023-04-01\n  expires: 2026-03-31\nrisks:\n',
      ),
    })
    const { code, stderr } = change(root, 'record', 'document', 'rrp', '--type', 'agreement', '--signed', '2026-04-02')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'the recorded one expires on 31 March 2026, and no last day is given for the new one; write --expires',
      ),
    })
  })

  test.each([
    [
      ['action', '--text', 'Agree a plan', '--owner', 'COO', '--due', '2026-12-31'],
      'actions:\n- title: Agree a plan\n  owner: COO\n  due: 2026-12-31\n',
    ],
    [
      ['milestone', '--text', 'Lease signed', '--done', '2026-09-12'],
      'milestones:\n- title: Lease signed\n  done: 2026-09-12\n',
    ],
    [
      ['quality-review', '--text', 'Joint care planning', '--reviewer', 'mind', '--due', '2027'],
      'quality-reviews:\n- title: Joint care planning\n  reviewer: mind\n  due: 2027\n',
    ],
    [
      ['risk', '--text', 'Funding cut', '--likelihood', '2', '--consequence', '4', '--category', 'finances'],
      '  consequence: 3\n- category: finances\n  title: Funding cut\n  likelihood: 2\n  consequence: 4\n',
    ],
  ])('%j', ([kind, ...args], lines) => {
    const { code, file } = change(harbour(), 'record', kind!, 'rrp', ...args)
    expect(code).toBe(0)
    expect(file()).toContain(lines)
    expect(file().replace(lines.replace('  consequence: 3\n', ''), '')).toBe(RIVERSIDE)
  })

  test('a lead confirms with one word', () => {
    const { stdout, file } = change(harbour(), 'record', 'confirm', 'rrp')
    expect(stdout).toContain('Riverside Recovery Partnership is confirmed: everything is right on 30 September 2026.')
    expect(file()).toBe(RIVERSIDE.replace('value:\n', 'confirmed: 2026-09-30\nvalue:\n'))
  })

  test.each([
    [
      ['review', 'rrp', '--date', '2026-10-01', '--by', 'COO', '--outcome', 'end'],
      '1 October 2026 is in the future: this is as of 30 September 2026',
    ],
    [
      ['review', 'rrp', '--date', '2026-03-31', '--by', 'Service Manager', '--outcome', 'end'],
      'has a review “2026-03-31” already; change it with partners set rrp "reviews[2026-03-31].…"',
    ],
    [['headline', 'rrp'], 'text is missing; write --text'],
    [
      ['assessment', 'rrp', '--by', 'COO'],
      'nothing is recorded yet; write at least one of --governance, --relationships, --outcomes',
    ],
    [
      ['assessment', 'rrp', '--governance', 'A', '--outcomes', 'R', '--text', 'x'],
      '--text does not say which grade it is about; write --governance-comment and --outcomes-comment',
    ],
    [['assessment', 'rrp', '--governance', 'purple'], '--governance: "purple" is not a grade'],
    [['document', 'rrp'], 'type is missing'],
    [
      ['risk', 'rrp', '--text', 'x', '--likelihood', '9'],
      '--likelihood: 9 is outside the range of this field; write a whole number from 1 to 5',
    ],
    [['confirm', 'rrp', '--date', '2027-01-01'], '1 January 2027 is in the future'],
    [['review', 'rrp'], 'by and outcome are missing; write --by'],
    [['review', 'mind'], 'there is no partnership "mind"'],
  ])('%j is refused', (args, words) => {
    const { code, stderr, file } = change(harbour(), 'record', ...args)
    expect(stderr).toContain(words)
    expect({ code, file: file() }).toEqual({ code: 2, file: RIVERSIDE })
  })
})

describe('new', () => {
  test('a dozen lines, ourselves among the partners, and what policy asks of it', () => {
    const { code, stdout, file } = change(
      harbour(),
      'new',
      'Safe Haven',
      '--kind',
      'grant',
      '--partner',
      'Mind',
      '--value',
      '90k',
      '--per',
      'year',
      '--direction',
      'spend',
      '--lead',
      'COO',
      '--data',
      'none',
    )
    expect(code).toBe(0)
    expect(file('partnerships/safe-haven.yaml')).toBe(
      'name: Safe Haven\nstatus: proposed\nkind: grant\nlead: COO\nvalue:\n  amount: 90k\n  per: year\n  direction: spend\ndata:\n  level: none\npartners:\n  - organisation: us\n  - organisation: mind\n',
    )
    expect(stdout).toMatch(/Its tier is standard\.\nPolicy asks for \d+ documents \(\d+ must, \d+ should\): agreement/)
  })

  test.each([
    [
      ['Riverside Recovery Partnership'],
      '"Riverside Recovery Partnership" looks like Riverside Recovery Partnership (rrp), which is in the register',
    ],
    [['The Riverside Recovery Partnership'], 'looks like Riverside Recovery Partnership (rrp)'],
    [['Other', '--id', 'rrp'], 'rrp is taken by partnerships/rrp.yaml'],
    [['Other', '--id', 'a/b'], '"a/b" cannot be an id'],
    [['Other', '--id', 'рrp'], 'cannot be an id'],
    [['Other', '--partner', 'Mnd'], 'there is no organisation "Mnd"; did you mean'],
    [['Other', '--value', 'lots'], '--value: "lots" is not an amount of money'],
    [[], 'a partnership needs a name'],
  ])('%j is refused', (args, words) => {
    const root = harbour()
    const { code, stderr } = change(root, 'new', ...args)
    expect(stderr).toContain(words)
    expect({ code, files: readdirSync(join(root, 'partnerships')) }).toEqual({ code: 2, files: ['rrp.yaml'] })
  })
})

describe('end', () => {
  test('says that it has ended, and what is left open', () => {
    const root = harbour({ 'partnerships/rrp.yaml': `${RIVERSIDE}actions:\n- title: Agree a plan\n` })
    const { stdout, file } = change(root, 'end', 'rrp', '--on', '2026-09-30')
    expect(differs(RIVERSIDE, file())).toEqual({
      gone: ['status:   active'],
      come: ['status:   ended', 'end: 2026-09-30', 'actions:', '- title: Agree a plan'],
    })
    expect(stdout).toContain('Riverside Recovery Partnership ended on 30 September 2026.')
    expect(stdout).toContain('1 action is still open')
  })

  test('a day to come makes it ending', () => {
    const { stdout, file } = change(harbour(), 'end', 'rrp', '--on', '2027-03-31')
    expect(file()).toContain('status:   ending\n')
    expect(stdout).toContain('is ending: its last day is 31 March 2027')
  })

  test('not twice', () => {
    const root = harbour()
    change(root, 'end', 'rrp', '--on', '2026-09-01')
    const { code, stderr } = change(root, 'end', 'rrp', '--on', '2026-09-02')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('has already ended; partners set rrp end 2026-09-02'),
    })
  })
})

describe('rename', () => {
  const more = {
    'register.yaml':
      'schema: 1\norganisation: us\nas-of: 2026-09-30\nroles:\n  - title: Service Manager\naudits:\n  - title: Sample\n    partnerships: [rrp]\n',
    'partnerships/deep/child.yaml':
      'name: Child\nstatus: active\nparent: rrp   # for now\npartners:\n  - organisation: mind\nunknown:\n  partners[mind].share: Not agreed.\n',
    'baseline.yaml':
      'schema: 1\naccepted:\n  - file: partnerships/rrp.yaml\n    rule: sponsor/missing\n    at: sponsor\n',
  }

  test('a partnership, with every value that names it and what the baseline accepts', () => {
    const root = harbour(more)
    const before = change(root, 'validate', '--format', 'json')
    const { code, file } = change(root, 'rename', 'rrp', 'riverside-recovery')
    expect(code).toBe(0)
    expect(existsSync(join(root, 'partnerships/rrp.yaml'))).toBe(false)
    expect(file('partnerships/riverside-recovery.yaml')).toBe(RIVERSIDE)
    expect(file('partnerships/deep/child.yaml')).toContain('parent: riverside-recovery   # for now')
    expect(file('register.yaml')).toContain('partnerships: [riverside-recovery]')
    expect(file('baseline.yaml')).toContain('file: partnerships/riverside-recovery.yaml')
    const totals = (run: { stdout: string }) => JSON.parse(run.stdout).totals
    expect(totals(change(root, 'validate', '--format', 'json'))).toEqual(totals(before))
  })

  test('an organisation, in paths too', () => {
    const root = harbour(more)
    const { file } = change(root, 'rename', 'mind', 'riverside-mind')
    expect(file()).toBe(RIVERSIDE.replace('organisation: mind', 'organisation: riverside-mind'))
    expect(file('partnerships/deep/child.yaml')).toContain('partners[riverside-mind].share: Not agreed.')
    expect(change(root, 'validate').stdout).not.toContain('reference/')
  })

  test.each([
    [['rrp', 'child'], 'child is taken by partnerships/deep/child.yaml'],
    [['rrp', 'A b'], '"A b" cannot be an id'],
    [['rrp', 'rrp'], 'rrp is its id already'],
    [['rrp', '../x'], '"../x" cannot be an id'],
    [['nobody', 'x'], 'there is no partnership or organisation "nobody"'],
  ])('%j is refused', (args, words) => {
    const { code, stderr } = change(harbour(more), 'rename', ...args)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) })
  })
})

describe('organisation', () => {
  const more = {
    'organisations/brent-ccg.yaml': 'name: Brent CCG\nkind: ccg\n',
    'organisations/ealing-ccg.yaml': 'name: Ealing CCG\nkind: ccg # closed\n',
    'organisations/icb.yaml': 'name: NWL ICB\nkind: icb\n',
    'partnerships/both.yaml':
      'name: Both\nstatus: active\npartners:\n  - organisation: brent-ccg\n    roles: [commissioner]\n    share: 30.5%\n  # pays late\n  - organisation: us\n    share: 20%\n  - organisation: ealing-ccg\n    roles: [funder]\n    share: 49.5%\n',
    'partnerships/old.yaml': 'name: Old\nstatus: ended\nend: 2020-03-31\npartners:\n  - organisation: brent-ccg\n',
  }
  test('two commissioning groups went into one board', () => {
    const { code, stdout, file } = change(
      harbour(more),
      'organisation',
      'merge',
      'brent-ccg',
      'Ealing CCG',
      '--into',
      'icb',
      '--on',
      '2022-07-01',
    )
    expect(code).toBe(0)
    expect(file('organisations/ealing-ccg.yaml')).toBe(
      'name: Ealing CCG\nkind: ccg # closed\nstatus: merged\nmerged:\n  into: icb\n  on: 2022-07-01\n',
    )
    expect(file('partnerships/both.yaml')).toBe(
      'name: Both\nstatus: active\npartners:\n  - organisation: icb\n    roles: [commissioner, funder]\n    share: 80%\n  # pays late\n  - organisation: us\n    share: 20%\n',
    )
    expect(file('partnerships/old.yaml')).toBe(more['partnerships/old.yaml'])
    expect(stdout).toContain(
      'Brent CCG and Ealing CCG went into NWL ICB on 1 July 2022; 1 partnership names the successor.',
    )
    expect(stdout).toContain('Old had ended by then, and keeps the old name.')
  })

  test.each([
    [['merge', 'icb', '--into', 'icb', '--on', '2022-07-01'], 'NWL ICB cannot go into itself'],
    [['merge', 'brent-ccg', '--into', 'icb', '--on', '2022-07'], '"2022-07" is not one exact day'],
    [['merge', 'rrp', '--into', 'icb', '--on', '2022-07-01'], 'there is no organisation "rrp"'],
    [['new', 'Riverside Mind'], '"Riverside Mind" looks like Riverside Mind (mind)'],
    [['new', 'X', '--id', 'mind'], 'mind is taken by organisations/mind.yaml'],
  ])('%j is refused', (args, words) => {
    const { code, stderr } = change(harbour(more), 'organisation', ...args)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) })
  })

  test('a new one', () => {
    const { file } = change(
      harbour(),
      'organisation',
      'new',
      'NHS Riverside ICB',
      '--kind',
      'icb',
      '--alias',
      'Riverside ICB',
    )
    expect(file('organisations/nhs-riverside-icb.yaml')).toBe(
      'name: NHS Riverside ICB\naliases:\n  - Riverside ICB\nkind: icb\n',
    )
  })
})

describe('fix', () => {
  const faulty = RIVERSIDE.replace('status:   active', 'status:   Active')
    .replace('amount: 8.6m        #', 'amount: up to £8.6m #')
    .replace('kind: contract', 'kind: SLA\nstart: 30/04/2019 # signed\ncare: yes\nled: COO')
    .replace('date: 2026-03-31', 'date: 04/05/2026')

  test('what is safe is made, the rest is proposed', () => {
    const { code, stdout, file } = change(harbour({ 'partnerships/rrp.yaml': faulty }), 'fix')
    expect(code).toBe(0)
    expect(differs(faulty, file())).toEqual({
      gone: [
        'status:   Active',
        'kind: SLA',
        'start: 30/04/2019 # signed',
        'care: yes',
        '  amount: up to £8.6m # from the contract',
      ],
      come: [
        'status:   active',
        'kind: service-agreement',
        'start: 2019-04-30 # signed',
        'care: true',
        '  amount: £8.6m # from the contract',
        '  basis: up-to',
        '  stated: up to £8.6m',
      ],
    })
    expect(stdout).toContain('5 corrections in 1 file.')
    expect(stdout).toContain('Not made, as only a person can decide: partnerships/rrp.yaml:')
    expect(stdout).toContain('"led" is not a key of this file; write lead?')
  })

  test('only what one rule finds', () => {
    const { file } = change(harbour({ 'partnerships/rrp.yaml': faulty }), 'fix', '--code', 'schema/day')
    expect(file()).toBe(faulty.replace('30/04/2019', '2019-04-30'))
  })

  test('quotes around codes, grades as they are written, and a name that an update uses', () => {
    const root = harbour({
      'organisations/mind.yaml':
        'name: Riverside Mind\nkind: third-sector\nidentifiers:\n  - scheme: company\n    id: 00445790\n',
      'partnerships/rrp.yaml': `${RIVERSIDE}assessments:\n  - date: 2026-03-31\n    governance: amber/green\n    comments:\n      governance: Why.\n`,
      'updates/2026-10.md':
        '---\nas-of: 2026-09-30\n---\n## Governance\nThe Rivershire Recovery Partnership and the Riverside Recoveries Partnership did well.\n',
    })
    const { file, stdout } = change(root, 'fix')
    expect(file('organisations/mind.yaml')).toContain('id: "00445790"')
    expect(file()).toContain('governance: A/G\n')
    expect(stdout).toContain('correction')
  })

  test('nothing to correct', () => {
    expect(change(harbour(), 'fix').stdout).toBe('There is nothing that can be corrected safely.\n')
  })

  test('a second run finds nothing more to do', () => {
    const root = harbour({ 'partnerships/rrp.yaml': faulty })
    change(root, 'fix')
    expect(change(root, 'fix').stdout).toContain('There is nothing that can be corrected safely.')
  })

  test('an unknown rule', () => {
    const { code, stderr } = change(harbour(), 'fix', '--code', 'schema/dya')
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('there is no rule "schema/dya"') })
  })
})

describe('files as they are found', () => {
  const markdown =
    '---\r\nname: Riverside\r\nstatus: active\r\nkind: network\r\n---\r\n\r\n## Rationale\r\n\r\nOld reasons.\r\n\r\n## Current status\r\n\r\nGood.\r\n'

  test('a markdown record with Windows line endings and a byte order mark', () => {
    const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE })
    writeFileSync(join(root, 'partnerships/md.md'), `\uFEFF${markdown}`)
    const run = (...args: string[]) => change(root, 'set', 'md', ...args).file('partnerships/md.md')
    expect(run('rationale', 'New reasons.')).toBe(`\uFEFF${markdown.replace('Old', 'New')}`)
    expect(run('lead', 'COO')).toBe(
      `\uFEFF${markdown.replace('Old', 'New').replace('kind: network\r\n', 'kind: network\r\nlead: COO\r\n')}`,
    )
    expect(run('controls', 'A monthly group.')).toContain(
      'New reasons.\r\n\r\n## Control measures and structures\r\n\r\nA monthly group.\r\n\r\n## Current status',
    )
    expect(run('exit', 'Six months.')).toMatch(/Good\.\r\n\r\n## Exit\r\n\r\nSix months\.\r\n$/)
    expect(run('position', '--unset')).not.toContain('Current status')
  })

  test('a file with a syntax error is refused, with the error', () => {
    const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace('risks:', 'kind: grant\nrisks:') })
    const { code, stderr } = change(root, 'set', 'rrp', 'status', 'ending')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'partners: partnerships/rrp.yaml:24:1: the key "kind" is written twice in the same place (syntax/duplicate-key); a file with such an error is not changed',
      ),
    })
  })

  test('a file that does not parse is refused by its id', () => {
    const root = harbour({ 'partnerships/rrp.yaml': 'name: [\n' })
    const { code, stderr } = change(root, 'set', 'rrp', 'status', 'ending')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^partners: partnerships\/rrp\.yaml:1:7: .*\(syntax\/yaml\); a file with such an error is not changed/,
      ),
    })
  })

  test('two files with the id', () => {
    const root = harbour({ 'partnerships/deep/rrp.yaml': RIVERSIDE })
    const { code, stderr } = change(root, 'set', 'rrp', 'status', 'ending')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('partnerships/deep/rrp.yaml and partnerships/rrp.yaml have the same id'),
    })
  })

  test('permissions and links stay', () => {
    const root = harbour()
    mkdirSync(join(root, 'partnerships/real'))
    writeFileSync(join(root, 'partnerships/real/linked.txt'), RIVERSIDE.replace('Riverside Recovery', 'Other'))
    symlinkSync('real/linked.txt', join(root, 'partnerships/linked.yaml'))
    chmodSync(join(root, 'partnerships/rrp.yaml'), 0o640)
    change(root, 'set', 'rrp', 'status', 'ending')
    change(root, 'set', 'linked', 'status', 'ending')
    expect(statSync(join(root, 'partnerships/rrp.yaml')).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(root, 'partnerships/linked.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(root, 'partnerships/real/linked.txt'), 'utf8')).toContain('status:   ending')
    expect(readdirSync(root).filter((it) => it.startsWith('.partners'))).toEqual([])
  })
})

describe('fix --layout', () => {
  const odd = 'status: active   # runs\n# its name\nname: Odd\nvalue: { amount: 1m, per: year }\n'
  const laid = '# its name\nname: Odd\nstatus: active   # runs\nvalue:\n  amount: 1m\n  per: year\n'

  test('puts keys in their order, with their comments', () => {
    const root = harbour({ 'partnerships/odd.yaml': odd, 'partnerships/rrp.yaml': 'name: R\nstatus: active\n' })
    const check = change(root, 'fix', '--layout', '--check')
    expect({ code: check.code, stdout: check.stdout }).toEqual({
      code: 1,
      stdout: 'partnerships/odd.yaml is laid out differently\n',
    })
    const { code, stdout, file } = change(root, 'fix', '--layout')
    expect(stdout).toContain('1 file is laid out again: the same values and comments, in their order.')
    expect({ code, text: file('partnerships/odd.yaml') }).toEqual({ code: 0, text: laid })
    expect(change(root, 'fix', '--layout', '--check').code).toBe(0)
    expect(change(root, 'fix', '--layout').stdout).toBe(
      'Every file is laid out in the order of the catalogue already.\n',
    )
  })

  test('leaves what it cannot lay out, and says why', () => {
    const root = harbour({ 'partnerships/odd.yaml': odd.replace('name: Odd', 'name: &n Odd') })
    const { stdout, file } = change(root, 'fix', '--layout')
    expect(file('partnerships/odd.yaml')).toContain('name: &n Odd')
    expect(stdout).toContain('partnerships/odd.yaml is left as it is: line 3:')
  })

  test('--check alone is refused', () => {
    expect(change(harbour(), 'fix', '--check').stderr).toContain('--check goes with --layout')
  })
})

test('validate says what partners fix corrects', () => {
  const root = harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace('status:   active', 'status: Active') })
  expect(change(root, 'validate').stdout).toContain('partners fix')
  const { findings } = JSON.parse(change(root, 'validate', '--format', 'json').stdout)
  expect(findings.find((it: { code: string }) => it.code === 'schema/choice').fix).toEqual({
    title: 'write active',
    safe: true,
  })
})

test('a command below another one is misused in the same words', () => {
  const { code, stderr } = change(harbour(), 'organisation', 'merge', 'mind')
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^partners: required option '--into <organisation>' not specified\n/),
  })
})
