import { clean } from '../model/clean.js'

/** Text as a cell of a markdown table: nothing in it is markup, no address becomes a link, and nobody is notified. */
export const cell = (text: string): string => asHtml(unlinked(text).replace(/[\\`*_[\]|~]/g, '\\$&')).trim()

/** Text inside an HTML tag of markdown, such as `<summary>`, where no markdown is read. */
export const summaryText = (text: string): string => asHtml(unlinked(text))

const asHtml = (text: string): string => text.replace(/[<>&]/g, (sign) => ENTITIES[sign]!).replaceAll(JOINER, '&#8288;')

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** The word joiner is not seen, and parts a sign from the name or number that would make it a reference. */
const JOINER = '\u2060'

/**
 * Both GitHub and GitLab look for references in what they have rendered, where an escape of markdown is gone, whatever
 * stands before them: `@name`, `a/b#1`, `GH-1`, `a/b!1`, `~label`, `%milestone`, `&1`, `$1`, `[issue:1]`, and addresses.
 */
const unlinked = (text: string): string => clean(text).replace(REFERENCE, `$&${JOINER}`)

const REFERENCE =
  /@(?=[\w.-])|[#!&$](?=\d)|~(?=[\w"?.&-])|%(?=[\w"-])|\bG[HL]-(?=\d)|[[*](?=\w+:)|:(?=\/\/)|\bwww(?=\.)/gi
