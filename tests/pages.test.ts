import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from './run-partners.js'

// Pages that say that their commands run as they stand: each is run, in order, in a clone of the embedded register.

const work = mkdtempSync(join(tmpdir(), 'partners-pages-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

test.each(['managers-week', 'leads-ten-minutes'])('docs/%s.md', (page) => {
  const folder = join(work, page)
  cpSync(join(ROOT, 'register'), join(folder, 'register'), { recursive: true })
  const binary = join(ROOT, 'bin', 'partners.cjs')
  writeFileSync(join(work, 'partners'), `#!/bin/sh\nexec "${process.execPath}" "${binary}" "$@"\n`)
  chmodSync(join(work, 'partners'), 0o755)
  run(folder, 'git init -q -b main && git add -A && git commit -qm first')
  const text = readFileSync(join(ROOT, 'docs', `${page}.md`), 'utf8')
  const commands = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'))
  expect(commands.length).toBeGreaterThan(5)
  for (const command of commands) {
    const { status, stdout, stderr } = run(folder, command)
    expect({ command, status, stderr }).toEqual({
      command,
      status: 0,
      stderr: expect.not.stringContaining('partners:'),
    })
    expect({ command, stdout }).toEqual({ command, stdout: expect.not.stringMatching(/^ {2}error /m) })
  }
})

function run(cwd: string, command: string) {
  const { PATH = '' } = process.env
  const who = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }
  const env = { PATH: `${work}${delimiter}${PATH}`, HOME: work, PARTNERS_NO_CACHE: '1', ...who }
  return spawnSync('bash', ['-c', command], { cwd, env, encoding: 'utf8' })
}
