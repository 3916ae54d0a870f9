import { ExternalHyperlink, ImageRun, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import type { Picture } from '../house.js'
import { decoded } from '../picture-paths.js'
import { fitted, pictureOf, type Size } from '../picture.js'
import { wordText } from './text.js'
import { plainText, type Token } from './tokens.js'

/** What the words of a block need to become runs. */
export interface RunSetting {
  readonly pictures: ReadonlyMap<string, Picture>
  /** The marks of headings that links within the paper lead to, by the address of each (`#risks`). */
  readonly bookmarks: ReadonlyMap<string, string>
  /** The id of the style of links. */
  readonly hyperlink: string
  /** How much room a picture has, in dots. */
  readonly room: Size
}

/** Addresses that Word may open, beside headings of the paper; every other one is left out, and its words stay. */
const OPENED = /^(?:https?|mailto):/i

/** The words of a block as runs. @param look what all of them have, such as the ink of a coloured cell */
export function runsOf(inline: Token | undefined, setting: RunSetting, look: IRunOptions = {}): ParagraphChild[] {
  const runs: ParagraphChild[] = []
  const on = { strong: 0, em: 0, s: 0 }
  let link: { readonly address: string; readonly children: ParagraphChild[] } | undefined
  const add = (run: ParagraphChild) => (link?.children ?? runs).push(run)
  const options = (): IRunOptions => ({
    ...look,
    ...(on.strong > 0 && { bold: true }),
    ...(on.em > 0 && { italics: true }),
    ...(on.s > 0 && { strike: true }),
    ...(link !== undefined && { style: setting.hyperlink }),
  })
  for (const token of inline?.children ?? []) {
    const [, mark, end] = /^(strong|em|s)_(open|close)$/.exec(token.type) ?? []
    if (mark !== undefined) on[mark as keyof typeof on] += end === 'open' ? 1 : -1
    else if (token.type === 'link_open') {
      const address = String(token.attrGet('href') ?? '')
      if (OPENED.test(address) || setting.bookmarks.has(address)) link = { address, children: [] }
    } else if (token.type === 'link_close') {
      if (link !== undefined && link.children.length > 0) runs.push(hyperlink(link, setting))
      link = undefined
    } else if (token.type === 'hardbreak') add(new TextRun({ break: 1 }))
    else if (token.type === 'image') add(pictureRun(token, setting) ?? textRun(plainText(token), options()))
    else if (token.type === 'softbreak') add(textRun(' ', options()))
    else if (token.content !== '') add(textRun(token.content, options()))
  }
  return runs
}

function hyperlink({ address, children }: { address: string; children: ParagraphChild[] }, { bookmarks }: RunSetting) {
  const anchor = bookmarks.get(address)
  return anchor === undefined
    ? new ExternalHyperlink({ link: wordText(address), children })
    : new InternalHyperlink({ anchor, children })
}

const textRun = (text: string, options: IRunOptions) => new TextRun({ ...options, text: wordText(text) })

/** A picture of the register's folder; undefined where it is somewhere else, and its words are shown. */
function pictureRun(token: Token, { pictures, room }: RunSetting): ImageRun | undefined {
  const picture = pictures.get(decoded(String(token.attrGet('src'))))
  return picture && imageRun(picture, plainText(token), room)
}

/** A picture with the words that are read aloud in its place. */
export function imageRun(picture: Picture, alt: string, room: Size): ImageRun {
  const words = wordText(alt)
  return new ImageRun({
    type: picture.type === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: fitted(pictureOf(picture.bytes) ?? room, room),
    altText: { name: words, description: words },
  })
}
