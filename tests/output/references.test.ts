import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { cell, summaryText } from '../../src/output/markdown-cell.js'

/** What GitHub and GitLab look for in the text that they have rendered, by their documentation. */
const REFERENCES = {
  'a mention': /@[\w.-]/,
  'an issue or alert': /#\d/,
  'an issue of GitHub or GitLab by its short name': /\bG[HL]-\d/i,
  'a merge request': /!\d/,
  'a label': /~[\w"?.&-]/,
  'a milestone': /%[\w"-]/,
  'an epic': /&\d/,
  'a snippet': /\$\d/,
  'another object of GitLab': /\[\w+:|\*\w+:/,
  'an address': /:\/\/|www\./i,
}

const referencesIn = (words: string) =>
  Object.entries(REFERENCES).flatMap(([what, form]) => (form.test(words) ? [what] : []))

const HOSTILE = [
  '@octocat',
  '.@octocat',
  'see (@octo/team), @octo-cat!',
  'mail me@trust.example',
  'a/b@octocat',
  '#1',
  'octo/repo#1',
  'x#2 &#3',
  'GH-1 gh-22 GL-3',
  'fixes #4, closes octo/repo#5',
  '!1 group/project!22',
  '~label ~"two words" ~1',
  '%18.0 %"two words" %milestone',
  '&1 group&23',
  '$45',
  '[issue:1] [vulnerability:2] *iteration:3 ^alert#4',
  'https://github.com/octo/repo/issues/1',
  'http://gitlab.com/a/b/-/merge_requests/1#note_2',
  'www.evil.example',
  '<a href="https://evil.example">x</a> <https://evil.example>',
]

/** The words of rendered markdown, as a filter over its text nodes sees them. */
function seen(html: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(?:lt|gt|quot|amp);/g, (it) => entities[it]!)
}

describe('what a pull request comment shows of a text notifies and links nobody', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true })

  test.each(HOSTILE)('%s', (text) => {
    for (const html of [markdown.render(`| a |\n| --- |\n| ${cell(text)} |`), markdown.render(`- ${cell(text)}`)]) {
      expect(html).not.toContain('<a')
      const words = seen(html)
      expect(words.replaceAll('\u2060', '')).toContain(text) // and it reads as it was written
      expect(referencesIn(words)).toEqual([])
    }
    const summary = seen(markdown.render(`<details><summary>${summaryText(text)}</summary>\n\n</details>`))
    expect(summary.replaceAll('\u2060', '')).toContain(text)
    expect(referencesIn(summary)).toEqual([])
  })

  test('every form is tried', () => {
    for (const form of Object.values(REFERENCES)) expect(HOSTILE.some((it) => form.test(it))).toBe(true)
  })
})
