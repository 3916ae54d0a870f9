import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runPartners } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

const PAGE = readFileSync(join(ROOT, 'docs', 'templates.md'), 'utf8')
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(PAGE)![1]!

test('the example of the page on templates prints what the page shows', () => {
  const register = join(tempFolder(), 'register')
  cpSync(join(ROOT, 'register'), register, { recursive: true })
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(register, file), change(readFileSync(join(register, file), 'utf8')))

  edit('updates/2019-04.md', (it) => it.replace('---\n', `---\n${block('yaml')}`))
  expect(runPartners(['template', 'copy', 'board-update'], { cwd: register }).code).toBe(0)
  edit('templates/board-update.md.hbs', (it) => it.replace('{{/each}}\n', `{{/each}}\n${block('handlebars')}`))

  const { stdout, stderr } = runPartners(['report', 'board-update', '--format', 'md'], { cwd: register })
  expect([stderr, stdout]).toEqual(['', expect.stringContaining(block('markdown'))])
})
