import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { asYaml } from './hostile.js'
import { registerOf } from './make-register.js'
import { ROOT, runBinary, runPartners } from './run-partners.js'

const AS_OF = '2027-03-01'
const HARBOUR = join(ROOT, 'tests', 'registers', 'harbour')
/** Harbour has an agreement to make, and names nobody who makes it. */
const LEADERLESS = 'partners: 1 duty has no role to write to; partners due lists it.\n'
const SERVICE_LEAD = 'Service Manager, Community'

/** Harbour on a Monday in March, with a Board update of the autumn before. */
let work: string
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'partners-chase-'))
  cpSync(HARBOUR, join(work, 'register'), { recursive: true })
  put('register/updates/2026-10.md', '---\nas-of: 2026-10-31\n---\n\n## Purpose\n\nTo inform.\n')
})
const put = (path: string, text: string) => {
  mkdirSync(join(work, path, '..'), { recursive: true })
  writeFileSync(join(work, path), text)
}
const read = (path: string) => readFileSync(join(work, path), 'utf8')
const chase = (...args: string[]) => runPartners(['chase', '--as-of', AS_OF, ...args], { cwd: work })
const letter = (...args: string[]) => {
  const { code, stdout, stderr } = chase(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('partners chase, without letters chosen', () => {
  test('lists who would get one, with how much is in it, and how to get it', () => {
    const list = letter()
    expect(list).toContain('Roles')
    expect(list).toMatch(/Service Manager, Community +5 +– +3 +– +none/)
    expect(list).toMatch(/Quayside Care +2 +– +– +– +none/)
    expect(list).toContain('4 letters, as of 1 March 2027; nothing is sent.')
    expect(list).toContain('--all prints all of them')
  })

  test('works on the register of a fresh clone', () => {
    const { code, stdout, stderr } = runPartners(['chase'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Partnership Manager, Oxford Mental')
  })

  test('says when nobody has anything due', () => {
    const root = registerOf({ 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n' })
    expect(runPartners(['chase', '-r', root, '--as-of', AS_OF]).stdout).toMatch(/^Nobody has anything due by /)
  })

  test('counts what no role answers for', () => {
    const { stdout, stderr, code } = runPartners(['chase', '-r', 'examples/nhs-brent-2010'])
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/^\d+ duties have no role to write to; partners due lists them\.\n$/)
    const all = runPartners(['chase', '-r', 'examples/nhs-brent-2010', '--all'])
    expect(all).toEqual({ code: 0, stdout: '', stderr: `partners: ${stdout}` })
  })

  test('as markdown and JSON', () => {
    expect(letter('--format', 'markdown')).toContain('| Quayside Care | 2 | – | – | – | none |')
    const { schemaVersion, asOf, letters } = JSON.parse(letter('--format', 'json'))
    expect({ schemaVersion, asOf }).toEqual({ schemaVersion: 1, asOf: AS_OF })
    expect(letters).toHaveLength(4)
    expect(letters[2]).toMatchObject({
      to: { kind: 'partner', record: 'quayside-care', name: 'Quayside Care' },
      addresses: [],
      confidential: false,
      counts: { overdue: 2, dueSoon: 0, needed: 0, open: 0 },
    })
    expect(letters[2]).not.toHaveProperty('markdown')
  })

  test.each([
    ['--format', 'eml'],
    ['--out', 'letters'],
  ])('%s %s asks which ones', (...args) => {
    const { code, stderr } = chase(...args)
    expect(code).toBe(2)
    expect(stderr).toBe(
      'partners: no letter was chosen; name --lead, --partner or --all; partners chase lists the letters\n',
    )
  })
})

describe('letters as they were read', () => {
  /** A policy that says what it rests on, and asks for both forms. */
  const FORMS = `  governance-self-assessment:
    title: Governance self-assessment
    held-by: partner
    when: {partner-kind: third-sector}
    basis: ours
    source: Board paper of October 2026
    why: It shows the partner, and us, what is in order and what is not yet
  risk-profile:
    title: Risk profile
    held-by: partnership
    when: {kind: contract}
    basis: ours
    why: Six questions show whether somebody has thought about what may go wrong
`
  const QUESTIONS = `self-assessment:
  A3:
    title: Trustees or directors in post
    answer: number
    error: {below: 3}
  A4:
    title: Minuted board meetings in the last 12 months
    answer: number
`
  beforeEach(() => {
    const policy = read('register/policy.yaml')
      .replace(
        'why: UK GDPR article 35',
        'basis: law\n    source: UK GDPR, article 35\n    why: High risk for people is assessed before it begins',
      )
      .replace(
        'why: Care Act 2014',
        'basis: guidance\n    source: "Charity Commission, Safeguarding and protecting people"',
      )
      .replace('  minutes:', `${FORMS}  minutes:`)
    put('register/policy.yaml', policy + QUESTIONS)
  })

  test('by a service lead on a Monday morning', async () => {
    await expect(letter('--lead', SERVICE_LEAD)).toMatchFileSnapshot('letters/service-lead.txt')
  })

  test('by the chief officer of a charity', async () => {
    await expect(letter('--partner', 'quayside-care')).toMatchFileSnapshot('letters/charity.txt')
  })

  test('by a mail program', async () => {
    const mail = letter('--partner', 'quayside-care', '--format', 'eml')
    await expect(mail.replaceAll('\r\n', '\n')).toMatchFileSnapshot('letters/charity.eml')
    expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('a letter', () => {
  test('says what was overdue on the day of the last update already, and only that', () => {
    const text = letter('--lead', SERVICE_LEAD, '--format', 'markdown')
    const lines = text.split('\n').filter((it) => it.includes('; overdue at the last update.'))
    expect(lines.map((it) => /\*\*(.*?)\*\*/.exec(it)![1])).toEqual([
      'Safeguarding policy of Quayside Care',
      'Agreement',
      'Mitigation: Home visits are missed at weekends',
    ])
    expect(text).toContain('The last update to the Board was dated 31 October 2026.')
    expect(text).toContain('expired on 9 December 2026, 82 days ago.')
  })

  test('begins with what is longest overdue, then what is due soon, and then what has no day', () => {
    const text = letter('--lead', 'Head of Partnerships', '--format', 'markdown')
    const order = [
      '## Overdue',
      '31 May 2026',
      '9 December 2026',
      '## Due by',
      '31 March 2027',
      '## Needed now',
      '## What',
    ]
    const at = order.map((it) => text.indexOf(it))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
  })

  test('goes to a role by an alias, and to a partner by its name', () => {
    const aliased = `title: Head of Community\n    aliases: ["${SERVICE_LEAD}"]`
    put('register/register.yaml', read('register/register.yaml').replace(`title: ${SERVICE_LEAD}`, aliased))
    expect(letter('--lead', SERVICE_LEAD.toLowerCase())).toContain('Dear Head of Community')
    expect(letter('--partner', 'Quayside Care')).toContain('Quayside Care works with us in')
  })

  test('of a role that does not exist names the nearest, and of a partner, too', () => {
    const { code, stderr } = chase('--lead', 'Service Manger, Community', '--partner', 'quaysde-care')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'partners: there is no role "Service Manger, Community"; did you mean Service Manager, Community?\n' +
        'partners: there is no organisation "quaysde-care"; did you mean quayside-care (Quayside Care)?\n',
    )
  })

  test('is not written where nothing is due', () => {
    expect(chase('--partner', 'harbour-council')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'partners: Harbour Council has nothing due by 30 April 2027, so there is no letter\n',
    })
    expect(chase('--partner', 'harbour-trust').stderr).toContain('Harbour Community Trust keeps this register')
  })

  test('to a partner has its own documents, and nothing of others, of our gradings or of the Board', () => {
    const text = letter('--partner', 'quayside-care', '--format', 'markdown')
    expect(text).toContain(
      '**Insurance certificate** (for Befriending and Reablement at Home): expired on 9 December 2026',
    )
    for (const other of [
      /Tideline/,
      /Board/,
      /risk/i,
      /tier/i,
      /Mitigation/,
      /Asked for because/,
      /[Aa]greement/,
      /lead/i,
    ])
      expect(text).not.toMatch(other)
  })

  test('does not present a proposal as a requirement, nor a law that it rests on', () => {
    const proposal =
      'basis: proposal\n    source: Equality Act 2010, section 149\n    why: The partner must keep people safe'
    put('register/policy.yaml', read('register/policy.yaml').replace('why: Care Act 2014', proposal))
    const lead = letter('--lead', SERVICE_LEAD, '--format', 'markdown')
    expect(lead).toContain(
      'We suggest it, but it is not required (see Equality Act 2010, section 149): the partner must keep people safe.',
    )
    const partner = letter('--partner', 'quayside-care', '--format', 'markdown')
    expect(partner).toContain('It is not required, but we would be grateful for it.')
    expect(partner).not.toMatch(/Equality|the partner/i)
  })

  test('names our own policy only where it requires something', () => {
    const OURS = 'it is our own policy that requires a document'
    expect(letter('--partner', 'tideline', '--format', 'markdown')).toContain(OURS)
    const basis = 'title: $1\n    basis: guidance'
    put('register/policy.yaml', read('register/policy.yaml').replace(/title: (Insurance .*|Safeguarding .*)/g, basis))
    expect(letter('--partner', 'tideline', '--format', 'markdown')).not.toContain(OURS)
  })

  test('goes to what a partner has become by a merger', () => {
    put(
      'register/organisations/quay.yaml',
      'name: Quay\nkind: third-sector\nmerged:\n  into: quayside-care\n  on: 2020-01-01\n',
    )
    expect(letter('--partner', 'quay')).toBe(letter('--partner', 'quayside-care'))
  })

  test('does not ask a partner for what it has sent, or for what we do ourselves', () => {
    const root = registerOf({
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'organisations/mind.yaml':
        'name: Town Mind\nkind: third-sector\nself-assessments:\n  - date: 2027-02-01\n    answers: {A1: "1"}\n',
      'partnerships/a.yaml':
        'name: A\nstatus: active\nkind: contract\nlead: Chief Nurse\ncare: true\nvalue: {amount: 40k, per: year, direction: spend}\npartners:\n  - organisation: mind\n    roles: [provider]\n',
    })
    const of = (...args: string[]) => runPartners(['chase', '-r', root, '--as-of', AS_OF, ...args]).stdout
    expect(of('--lead', 'Chief Nurse')).toContain(
      'Governance self-assessment of Town Mind: received, not yet accepted.',
    )
    expect(of('--lead', 'Chief Nurse')).toContain('Due diligence of Town Mind')
    expect(of('--partner', 'mind')).toContain('Insurance certificate')
    expect(of('--partner', 'mind')).not.toMatch(/self-assessment|due diligence/i)
  })

  test('about a confidential partnership is marked, in every format', () => {
    put(
      'register/partnerships/befriending.yaml',
      `${read('register/partnerships/befriending.yaml')}confidential: true\n`,
    )
    expect(letter('--partner', 'quayside-care')).toContain('Not for publication:')
    expect(JSON.parse(letter('--format', 'json')).letters[2].confidential).toBe(true)
    const mail = letter('--partner', 'quayside-care', '--format', 'eml')
    expect(mail).toContain('\r\nSubject: Confidential: Documents requested by Harbour Community Trust')
    expect(mail).toContain('\r\nSensitivity: Company-Confidential\r\n')
    expect(letter('--partner', 'tideline', '--format', 'eml')).not.toMatch(/confidential/i)
  })

  test('in the register’s own words', () => {
    put('register/templates/letter-partner.md.hbs', '# {{partner}}, {{asOf}}\n\nHello! {{subject}}\n')
    expect(letter('--partner', 'tideline', '--format', 'markdown')).toBe(
      '# Tideline Limited, 1 March 2027\n\nHello! Documents requested by Harbour Community Trust: 2 needed now\n',
    )
    expect(letter('--partner', 'tideline', '--format', 'eml')).toContain('Subject: Tideline Limited, 1 March 2027\r\n')
    put('register/templates/letter-partner.md.hbs', '# {{partnr}}\n')
    const { code, stdout, stderr } = chase('--partner', 'tideline')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^register\/templates\/letter-partner\.md\.hbs:1:\d+ .*"partnr".*did you mean partner\?/)
    const found = runPartners(['validate', '--as-of', AS_OF], { cwd: work }).stdout
    expect(found).toContain('report/template')
  })
})

describe('partners chase --out', () => {
  const all = (...args: string[]) => chase('--all', '--format', 'eml', '--out', 'letters', ...args)
  const NAMES = [
    'lead-head-of-partnerships.eml',
    'lead-service-manager-community.eml',
    'partner-quayside-care.eml',
    'partner-tideline.eml',
  ]

  test('writes a file for each letter, and says that nothing was sent', () => {
    const { code, stdout, stderr } = all()
    expect({ code, stderr }).toEqual({ code: 0, stderr: `partners: nothing was sent\n${LEADERLESS}` })
    expect(stdout).toBe(NAMES.map((it) => `written letters/${it}\n`).join(''))
    expect(readdirSync(join(work, 'letters')).toSorted()).toEqual(NAMES)
    expect(all().stdout).toBe(NAMES.map((it) => `the same letters/${it}\n`).join(''))
  })

  test('--dry-run writes nothing', () => {
    expect(all('--dry-run').stdout).toContain('would write letters/partner-tideline.eml\n')
    expect(readdirSync(work)).toEqual(['register'])
    expect(chase('--all', '--dry-run').stderr).toContain('add --out DIR')
  })

  test('writes over nothing, and then nothing at all', () => {
    put('letters/partner-tideline.eml', 'mine\n')
    symlinkSync(join(work, 'elsewhere'), join(work, 'letters', 'partner-quayside-care.eml'))
    const { code, stdout, stderr } = all()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      ['quayside-care', 'tideline']
        .map(
          (it) =>
            `partners: letters/partner-${it}.eml is there already, and is not this letter; remove it, or name a new folder with --out\n`,
        )
        .join(''),
    )
    expect(read('letters/partner-tideline.eml')).toBe('mine\n')
    expect(readdirSync(work).toSorted()).toEqual(['letters', 'register'])
  })

  test('names files safely, and each one differently', () => {
    const action = (owner: string) => `  - title: Do it\n    due: 2027-01-01\n    owner: ${asYaml(owner)}\n`
    const owners = ['../../etc/x', 'Ärzte/Board', 'arzte  board', '保健', '\u202E', 'CON', 'x'.repeat(300)]
    const root = registerOf({
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'partnerships/a.yaml': `name: A\nstatus: ended\nactions:\n${owners.map(action).join('')}`,
    })
    const { stderr } = runPartners(['chase', '-r', root, '--as-of', AS_OF, '--all', '--out', join(root, 'letters')])
    expect(stderr).toBe('partners: nothing was sent\n')
    const names = readdirSync(join(root, 'letters'))
    expect(names).toHaveLength(new Set(owners).size)
    for (const it of names) expect(it).toMatch(/^lead(-[a-z0-9]+)*\.txt$/)
    expect(names).toContain('lead-etc-x.txt')
    expect(names).toContain('lead-arzte-board-2.txt')
    expect(Math.max(...names.map((it) => it.length))).toBeLessThan(100)
  })
})

describe('a draft for a mail program', () => {
  test('several do not fit into one', () => {
    const { code, stderr } = chase('--all', '--format', 'eml')
    expect(code).toBe(2)
    expect(stderr).toBe('partners: 4 letters do not fit into one .eml file; write them with --out DIR\n')
  })

  test('has the same bytes in every time zone', () => {
    const args = ['chase', '--as-of', AS_OF, '--partner', 'quayside-care', '--format', 'eml']
    const [here, there] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((TZ) =>
      runBinary(args, { cwd: work, env: { TZ } }),
    )
    expect(here!.stdout).toContain('\r\nDate: Mon, 01 Mar 2027 12:00:00 +0000\r\n')
    expect(here!.stdout).toContain('X-Unsent: 1\r\n')
    expect(there).toEqual(here)
    const later = runPartners([...args, '--as-of', '2027-03-02'], { cwd: work }).stdout
    expect(idOf(later)).not.toBe(idOf(here!.stdout))
  })

  const idOf = (mail: string) => /^Message-ID: <(\w{32}@partners)>\r$/m.exec(mail)![1]
})

describe('contacts.local.yaml in git', () => {
  const git = (...args: string[]) => {
    const done = spawnSync('git', args, { cwd: work, encoding: 'utf8' })
    expect([done.stderr, done.status]).toEqual(['', 0])
  }

  test('is refused as soon as it is added, with what takes it out again', () => {
    put('register/contacts.local.yaml', `roles:\n  ${SERVICE_LEAD}: sm@example.nhs.uk\n`)
    git('init', '-q')
    git('add', 'register/register.yaml')
    expect(letter('--lead', SERVICE_LEAD)).toContain('To: sm@example.nhs.uk')
    git('add', '.')
    const { code, stdout, stderr } = chase('--lead', SERVICE_LEAD)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'partners: register/contacts.local.yaml is in git, and addresses of people do not belong there; git rm --cached register/contacts.local.yaml takes it out and leaves the file; a line contacts.local.yaml in .gitignore keeps it out\n',
    )
    git('rm', '-q', '--cached', 'register/contacts.local.yaml')
    expect(chase('--lead', SERVICE_LEAD).code).toBe(0)
  })
})

describe('contacts.local.yaml', () => {
  const contacts = (text: string) => put('register/contacts.local.yaml', text)

  test('gives letters their addresses, by any title of a role and by the id of a partner', () => {
    contacts(
      `roles:\n  ${SERVICE_LEAD}: sm@example.nhs.uk\norganisations:\n  quayside-care:\n    - ceo@example.org\n    - office@example.org\n`,
    )
    expect(letter('--lead', SERVICE_LEAD)).toMatch(/^To: sm@example\.nhs\.uk\n\n/)
    expect(letter('--partner', 'quayside-care', '--format', 'eml')).toContain(
      '\r\nTo: ceo@example.org, office@example.org\r\n',
    )
    expect(letter()).toMatch(/Quayside Care +2 .* yes/)
    expect(letter('--partner', 'tideline', '--format', 'eml')).not.toContain('To:')
  })

  test('is no record, and no file out of place', () => {
    contacts('roles:\n  Nobody: n@example.org\n')
    const before = runPartners(['validate', '--all', '--as-of', AS_OF], { cwd: join(work, 'register') }).stdout
    expect(before).not.toContain('contacts.local')
  })

  test('says of each thing that is wrong where it is', () => {
    contacts(
      [
        'roles:',
        `  ${SERVICE_LEAD}: "a@example.org\\r\\nBcc: all@example.org"`,
        '  Head of Partnerships: Jo Bloggs <jo@example.org>',
        'organisations:',
        '  quayside-care: [office@example, a@b@c.org, .x@example.org]',
        '  __proto__: {a: b}',
        'people: {}',
      ].join('\n'),
    )
    const { code, stdout, stderr } = chase('--all')
    expect([code, stdout]).toEqual([2, ''])
    const hint = 'write the address alone, such as chief.nurse@example.nhs.uk'
    expect(stderr.split('\n')).toEqual([
      `partners: register/contacts.local.yaml:7:1 "people" has no meaning here; names here: roles, organisations`,
      `partners: register/contacts.local.yaml:2:31 "a@example.org  Bcc: all@example.org" is not an address; ${hint}`,
      `partners: register/contacts.local.yaml:3:25 "Jo Bloggs <jo@example.org>" is not an address; ${hint}`,
      ...['19', '35', '46'].map((column) =>
        expect.stringMatching(
          RegExp(`^partners: register/contacts\\.local\\.yaml:5:${column} ".*" is not an address; ${hint}$`),
        ),
      ),
      `partners: register/contacts.local.yaml:6:14 this is not an address; ${hint}`,
      '',
    ])
  })

  test('with a role or partner that the register does not have: a remark', () => {
    contacts('roles:\n  Service Manger, Community: a@example.org\n')
    const { code, stderr } = chase('--all')
    expect(code).toBe(0)
    expect(stderr).toBe(
      'partners: register/contacts.local.yaml:2:3 there is no role "Service Manger, Community"; did you mean Service Manager, Community?\n' +
        LEADERLESS,
    )
  })

  test.each(['', '# nobody yet\n', 'roles:\n', '{}\n'])('empty, as %j, gives nobody an address', (text) => {
    contacts(text)
    expect(letter('--partner', 'tideline')).not.toContain('To:')
  })

  test.each([
    ['- a\n', ':1:1 this is not a list of roles and organisations; write roles: or organisations:'],
    ['roles: nobody\n', ':1:8 roles have no addresses here; write roles:'],
    ['roles:\n  A: {\n', ':'],
  ])('that is %j is refused', (text, message) => {
    contacts(text)
    const { code, stderr } = chase('--all')
    expect(code).toBe(2)
    expect(stderr).toContain(`partners: register/contacts.local.yaml${message}`)
  })
})
