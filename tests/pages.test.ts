import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runLine } from './run-line.js'
import { ROOT } from './run-partners.js'

// Pages that say that their commands run as they stand: each is run, in order, in a clone of the embedded register.

const work = mkdtempSync(join(tmpdir(), 'partners-pages-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

test.each(['managers-week', 'leads-ten-minutes'])('docs/%s.md', (page) => {
  const folder = join(work, page)
  cpSync(join(ROOT, 'register'), join(folder, 'register'), { recursive: true })
  runLine('git init -q -b main && git add -A && git commit -qm first', folder)
  const text = readFileSync(join(ROOT, 'docs', `${page}.md`), 'utf8')
  const commands = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'))
  expect(commands.length).toBeGreaterThan(5)
  for (const command of commands) {
    const { code, stdout, stderr } = runLine(command, folder)
    expect({ command, code, stderr }).toEqual({
      command,
      code: 0,
      // what letters say of themselves is no fault
      stderr: expect.not.stringMatching(/^partners: (?!nothing was sent|\d+ duties have no role|documents required)/m),
    })
    expect({ command, stdout }).toEqual({ command, stdout: expect.not.stringMatching(/^ {2}error /m) })
  }
})
