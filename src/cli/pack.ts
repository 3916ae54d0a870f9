import { slug } from '../model/id.js'
import { didYouMean } from '../model/nearest.js'
import { UsageError } from '../model/usage-error.js'
import { papers } from '../reports/index.js'
import type { Paper } from '../reports/paper.js'
import { paperRun, paperText, type PaperRun, type PaperRunOptions } from './paper-run.js'
import type { Ports } from './ports.js'

/** What a pack has where nobody chooses. */
const USUAL = ['board-update', 'risk', 'documents']

/** Papers that can be in a pack: those that are about no single partnership. */
export const packable = papers.filter((it) => it.needsSubject === undefined && !isPack(it))

export function isPack({ takes = [] }: Paper): boolean {
  return takes.includes('papers')
}

/**
 * The papers of a pack, each once, in the order that they are named in.
 * @throws UsageError for a name that no such paper has
 */
export function papersOf(names: readonly string[] = USUAL): Paper[] {
  return [...new Set(names)].map((name) => {
    const paper = packable.find((it) => it.name === name)
    if (paper !== undefined) return paper
    const known = packable.map((it) => it.name)
    throw new UsageError(`a pack has no paper "${name}"`, didYouMean(name, known))
  })
}

/** The pack as markdown: its front sheet, its contents, and each paper; undefined where the words of one have a mistake. */
export async function packText(
  ports: Ports,
  pack: Paper,
  run: PaperRun,
  parts: readonly Paper[],
  options: PaperRunOptions,
): Promise<string | undefined> {
  const texts: string[] = []
  for (const part of parts) {
    const takes = (what: 'since' | 'update') => part.takes?.includes(what) === true
    const own = { ...options, since: takes('since') ? options.since : undefined, asOf: run.input.asOf }
    const { input } = await paperRun(
      ports,
      run.opened,
      part,
      undefined,
      takes('update') ? own : { ...own, update: undefined },
    )
    const text = await paperText(ports, run.opened, part, { ...input, notices: [] })
    if (text === undefined) return undefined
    texts.push(asPart(text))
  }
  const contents = texts.map((it) => titleOf(it)).map((title) => ({ title, anchor: slug(title) }))
  const front = await paperText(ports, run.opened, pack, { ...run.input, contents })
  if (front === undefined) return undefined
  const [foot = ''] = FOOT.exec(front) ?? []
  return [front.replace(FOOT, '\n').trim(), ...texts, foot.trim()].join('\n\n')
}

/** What a paper ends with, whatever its template has before and after it. */
const FOOT = /\n---\n\nMade by partners .*\n?/

/** A paper without its front sheet and foot, as the pack has one of each. */
const asPart = (text: string): string =>
  text
    .replace(FOOT, '\n')
    .replace(/^<!-- front sheet -->\n(?:\|.*\n)*/m, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const titleOf = (text: string): string => /^# (.*)$/m.exec(text)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? 'Paper'
