import { expect, test } from 'vitest'
import { tidyHeadings } from '../../src/reports/engine/headings.js'

test.each([
  ['an empty section goes', '# T\n\n## A\n\n## B\n\nText.\n', '# T\n\n## B\n\nText.\n'],
  ['a marker alone is nothing', '# T\n\n## A\n\n<!-- chart: bars -->\n\n## B\n\nText.\n', '# T\n\n## B\n\nText.\n'],
  ['a section whose only subsection is empty goes with it', '## A\n\n### B\n\n## C\n\nText.\n', '## C\n\nText.\n'],
  ['a section with a subsection that says something stays', '## A\n\n### B\n\nText.\n', '## A\n\n### B\n\nText.\n'],
  ['the title stays', '# T\n', '# T\n'],
  ['the foot is not the text of the last section', '## A\n\n---\n\nMade by us.\n', '---\n\nMade by us.\n'],
  ['a hash in a code block is no heading', '## A\n\n```\n# x\n```\n', '## A\n\n```\n# x\n```\n'],
  [
    'sections are counted',
    '## 1. A\n\nText.\n\n## 1. B\n\n## 1. C\n\nText.\n',
    '## 1. A\n\nText.\n\n## 2. C\n\nText.\n',
  ],
  ['annexes get letters', '## Annex A: x\n\n1\n\n## Annex A: y\n\n2\n', '## Annex A: x\n\n1\n\n## Annex B: y\n\n2\n'],
])('%s', (_, markdown, tidied) => {
  expect(tidyHeadings(markdown)).toBe(tidied)
  expect(tidyHeadings(tidied)).toBe(tidied)
})

test('after Z comes AA', () => {
  const all = Array.from({ length: 28 }, (_, index) => `## Annex A: ${index}\n\nText.\n`).join('\n')
  expect(
    tidyHeadings(all)
      .match(/^## Annex \w+/gm)
      ?.slice(-3),
  ).toEqual(['## Annex Z', '## Annex AA', '## Annex AB'])
})
