import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const HEAD = 'name: Alpha\nstatus: active\nkind: informal\n'

/** Errors of a partnership, as `line code`. */
function errorsOf(text: string): string[] {
  const root = registerOf({
    'partnerships/alpha.yaml': HEAD + text,
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  })
  const { stdout } = runPartners(['validate', '--format', 'json', '-r', root])
  const { findings } = JSON.parse(stdout) as {
    findings: { code: string; severity: string; file: string; line: number }[]
  }
  return findings
    .filter((it) => it.file.endsWith('alpha.yaml') && it.severity === 'error')
    .map(({ code, line }) => `${line} ${code}`)
    .filter((it) => !/(?:lead|sponsor)\/missing$/.test(it))
}

test('a partner of the wrong shape hides no mistake of the others', () => {
  const text =
    'partners:\n  - riverside-mind\n  - organisation: riverside-councl\n  - organisation: us\n    rols: [lead]\n'
  expect(errorsOf(text)).toEqual(['5 schema/type', '6 reference/organisation', '8 schema/unknown-key'])
})

test('what the shares of the others add up to is not judged', () => {
  expect(errorsOf('partners:\n  - riverside-mind\n  - organisation: us\n    share: 40%\n')).toEqual(['5 schema/type'])
  const whole = 'partners:\n  - group: Charities\n  - organisation: us\n    share: 40%\n'
  expect(errorsOf(whole)).toEqual(['7 share/sum'])
})

test('an item that could only be made up goes with its list', () => {
  expect(errorsOf('actions:\n  - Call them\n  - title: Write\n    owner: Nobody\n')).toEqual(['5 schema/type'])
})
