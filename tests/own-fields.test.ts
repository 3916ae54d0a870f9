import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

// Fields that begin with x- are the organisation's own, and its own templates and updates can print them.

const PARTNERSHIP = 'status: active\nkind: contract\n'
const FILES = {
  'register.yaml': 'schema: 1\norganisation: us\nx-charity: 1234\n',
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\nx-region: South East\n',
  'partnerships/a.yaml': `name: Arden\n${PARTNERSHIP}x-cost-centre: [A1, B2]\nx-shared: true\n`,
  'partnerships/b.yaml': `name: Brook\n${PARTNERSHIP}x-cost-centre: C3\nx-shared: false\nx-note: "false"\n`,
  'partnerships/c.yaml': `name: Cole\n${PARTNERSHIP}`,
  'updates/2026-04.md': '---\nas-of: 2026-04-30\nx-agenda-item: 7/2\nx-paper:\n  number: 4\n---\n',
}

/** What a template of the register makes of it. */
function printed(template: string, files: Readonly<Record<string, string>> = FILES, paper = ['board-update']) {
  const register = registerOf({ ...files, [`templates/${paper[0]}.md.hbs`]: template })
  const { stdout, stderr, code } = runPartners(['report', ...paper, '--format', 'md', '-r', register])
  const text = stdout.replace(/^\*\*Note:.*\n+/gm, '').replace(/\nTo verify: .*\n$/, '')
  return { text, stderr, code, register }
}

describe('a template prints own fields', () => {
  test('of the update, of register.yaml, and of each partnership', () => {
    const template =
      'Item {{x.agenda-item}} of charity {{settings.x.charity}}\n\n{{#each partnerships}}\n- {{name}}: {{#if x.cost-centre}}{{names x.cost-centre}}{{else}}no centre{{/if}}{{#if x.shared}}, shared{{/if}}\n{{/each}}\n'
    expect(printed(template).text).toBe(
      'Item 7/2 of charity 1234\n\n- Arden: A1 and B2, shared\n- Brook: C3\n- Cole: no centre\n',
    )
  })

  test('of the partnership that a paper is about', () => {
    expect(printed('{{name}}: {{join x.cost-centre "; "}}\n', FILES, ['partnership', 'a']).text).toBe('Arden: A1; B2\n')
    expect(printed('{{name}}: {{names x.cost-centre}}.\n', FILES, ['partnership', 'c']).text).toBe('Cole: .\n')
  })

  test('in a page of `show`', () => {
    const register = registerOf({ ...FILES, 'templates/show-organisation.md.hbs': '{{name}} in {{x.region}}\n' })
    expect(runPartners(['show', 'us', '-r', register]).stdout).toBe('Us in South East\n')
  })

  test('in a section of the update', () => {
    const update = `${FILES['updates/2026-04.md']}\n## Purpose\n\nThis is item {{x.agenda-item}}.\n`
    expect(printed('{{narrative.purpose}}\n', { ...FILES, 'updates/2026-04.md': update }).text).toBe(
      'This is item 7/2.\n',
    )
  })
})

test('a field that one record states as a list and another as a text is a list in both', () => {
  const register = registerOf(FILES)
  const { stdout } = runPartners(['report', '--data', '-r', register])
  const { partnerships } = JSON.parse(stdout) as { partnerships: { x: object }[] }
  expect(partnerships.map((it) => it.x)).toEqual([
    { 'cost-centre': ['A1', 'B2'], shared: true },
    { 'cost-centre': ['C3'], shared: false, note: 'false' },
    {},
  ])
})

test('the register as a paper, which organisations publish, leaves those of partnerships out', () => {
  const register = registerOf(FILES)
  const { stdout } = runPartners(['report', 'register', '--data', '-r', register])
  expect(stdout).toContain('"name": "Arden"')
  expect(stdout).not.toContain('A1')
})

describe('a name that no record has is reported', () => {
  test.each([
    ['{{x.agenda-itm}}', 'no update has x-agenda-itm; did you mean agenda-item?'],
    ['{{x-agenda-item}}', '"x-agenda-item" is not in the view; write x.agenda-item'],
    ['{{settings.x.vat}}', 'register.yaml has no x-vat; add it to register.yaml as a text'],
    ['{{#each partnerships}}{{x.region}}{{/each}}', 'no partnership has x-region; add it to the partnership as a text'],
    [
      '{{x.paper}}',
      'no update has x-paper; add it to the update as a text, a list of texts, true or false; keys within',
    ],
    ['{{x.constructor}}', 'no update has x-constructor; add it'],
    ['{{x.__proto__}}', 'no update has x-__proto__; a name that templates can print begins with a letter'],
  ])('%s', (template, message) => {
    const { stderr, code } = printed(template)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  test.each([
    ['{{x}}', 'name what to print of it: x.agenda-item'],
    ['{{#each x}}{{this}}{{/each}}', '"x" is not a list'],
    ['{{#each partnerships}}{{x.shared}}{{/each}}', '"x.shared" is a flag, which cannot be printed as it is'],
    ['{{#each partnerships}}{{x.cost-centre}}{{/each}}', '"x.cost-centre" is a list'],
  ])('and so is what cannot be printed: %s', (template, message) => {
    expect(printed(template).stderr).toContain(message)
  })

  test('by validate, too', () => {
    const { register } = printed('{{x.agenda-itm}}')
    const { stdout } = runPartners(['validate', '--rule', 'report/template', '--format', 'json', '-r', register])
    const { findings } = JSON.parse(stdout) as { findings: { message: string }[] }
    expect(findings.map((it) => it.message)).toEqual(['no update has x-agenda-itm'])
  })
})

describe('a hostile field', () => {
  test.each([
    ['"<script>*a* \\e[2J|"', '\\<script>\\*a\\* \\<U+001B>\\[2J\\|'],
    ['"{{provenance}} <!-- front sheet -->"', '{{provenance}} \\<!-- front sheet -->'],
    ['"![x](http://example.org/x.png)"', '!\\[x\\](http://example.org/x.png)'],
  ])('%s is printed as the text that it is', (value, shown) => {
    const update = `---\nas-of: 2026-04-30\nx-agenda-item: ${value}\n---\n`
    expect(printed('Item {{x.agenda-item}}.\n', { ...FILES, 'updates/2026-04.md': update }).text).toBe(
      `Item ${shown}.\n`,
    )
  })

  test('may have the name of what every object has', () => {
    const update =
      '---\nas-of: 2026-04-30\nx-constructor: built\nx-toString: text\nx-__proto__: {polluted: yes}\n__proto__: no\n---\n'
    const register = registerOf({
      ...FILES,
      'updates/2026-04.md': update,
      'templates/board-update.md.hbs': '{{x.constructor}} {{x.toString}}\n',
    })
    const { stdout } = runPartners(['report', '--format', 'md', '--incomplete', '-r', register])
    expect(stdout).toContain('built text\n')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

test('a field that only an older update states prints nothing in the next one', () => {
  const { register } = printed('{{#if x.agenda-item}}Item {{x.agenda-item}}{{else}}No item{{/if}}\n')
  writeFileSync(join(register, 'updates/2026-10.md'), '---\nas-of: 2026-10-31\n---\n')
  const { stdout } = runPartners(['report', '--format', 'md', '-r', register])
  expect(stdout).toContain('No item\n')
})
