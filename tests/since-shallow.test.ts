import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

const REVIEWED =
  'name: Riverside\nstatus: active\nlead: Director\nreviews:\n  - date: 2026-05-20\n    outcome: continue\n'

/** A register with a history of two commits, and a clone that has only the newest. */
function clones(): { whole: string; shallow: string } {
  const whole = registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/riverside.yaml': 'name: Riverside\nstatus: active\nlead: Manager\n',
  })
  git(whole, 'init', '-q', '-b', 'main')
  commit(whole, '2026-03-31')
  writeFileSync(join(whole, 'partnerships/riverside.yaml'), REVIEWED)
  commit(whole, '2026-06-30')
  const shallow = join(tempFolder(), 'clone')
  git(whole, 'clone', '-q', '--depth', '1', `file://${whole}`, shallow)
  return { whole, shallow }
}

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args])
function commit(whole: string, day: string): void {
  git(whole, 'add', '.')
  const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` }
  execFileSync('git', ['-C', whole, '-c', 'user.name=A', '-c', 'user.email=a@x', 'commit', '-qm', 'register'], { env })
}
const paper = (root: string) =>
  runPartners(['report', 'board-update', '-r', root, '--as-of', '2026-07-01', '--since', '2026-03-31'])
const rows = (text: string) =>
  text.split('\n').filter((it) => it.startsWith('| Riverside |') && /(?:neither|better|worse) \|$/.test(it))
const section = ({ stdout }: { stdout: string }) => /## \d+\. What has changed[\s\S]*?(?=\n## )/.exec(stdout)![0]

test('a clone without the history tells a part in the same words, says so, and gets the command for the rest', () => {
  const { whole, shallow } = clones()
  const [full, part] = [paper(whole), paper(shallow)]
  const review = '| Riverside | was reviewed on 20 May 2026: continue | neither |'
  expect(rows(section(part))).toEqual([review])
  expect(rows(section(full))).toEqual([review, '| Riverside | Lead changed from Manager to Director | neither |'])
  expect(section(part)).toContain('so only dated entries are compared')
  expect(part.stderr).toContain(
    'partners: this clone holds only the newest commits, so of the time since 31 March 2026 only dated entries are shown; to show everything: git fetch --unshallow',
  )
  expect(full.stderr).not.toContain('git fetch')
  const command = /git (fetch .*)\n/.exec(part.stderr)![1]!
  execFileSync('sh', ['-c', `git ${command}`], { cwd: shallow, stdio: 'ignore' })
  expect(section(paper(shallow))).toBe(section(full))
})
