import { expect, test } from 'vitest'
import { idOf } from '../../src/model/record-schemas.js'
import { runPartners } from '../run-partners.js'
import { recordsIn, REGISTERS } from './records.js'

/* Every command answers alike, whichever reader reads: on one register, and with CI_DEEP on all of them. */

const DAY = ['--as-of', '2026-09-30']
const LISTS = ['partnerships', 'organisations', 'documents', 'risks', 'actions']
const PAPERS = ['board-update', 'review', 'register', 'risk', 'documents', 'governance', 'concentration', 'evidence']

function commandsOn(register: string): string[][] {
  const ids = recordsIn(register).flatMap(({ file, kind }) => (kind === 'partnership' ? [idOf(file)] : []))
  return [
    ['validate', '--format', 'json', ...DAY],
    ...LISTS.map((it) => ['list', it, '--format', 'json', '--columns', 'all', ...DAY]),
    ...PAPERS.map((it) => ['report', it, '--incomplete', ...DAY]),
    ['due', '--format', 'json', ...DAY],
    ['status', ...DAY],
    ...ids.map((it) => ['show', it, ...DAY]),
    ...ids.map((it) => ['report', 'partnership', it, '--incomplete', ...DAY]),
  ].map((it) => [...it, '--register', register])
}

test.each(process.env['CI_DEEP'] ? REGISTERS : ['examples/ten-mistakes'])(
  'what commands say of %s does not depend on the reader',
  { timeout: 30 * 60_000 },
  (register) => {
    for (const args of commandsOn(register)) {
      const [quick, careful] = ['quick', 'careful'].map((reader) => ({
        args,
        ...runPartners(args, { env: { PARTNERS_READER: reader } }),
      }))
      expect(careful).toEqual(quick)
      expect(quick!.stderr).not.toContain('--help') // no option is misspelt
    }
  },
)
