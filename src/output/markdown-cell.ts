import { clean } from '../model/clean.js'

/** Text as a cell of a markdown table, without markup, links or mentions that notify somebody. */
export const cell = (text: string): string => asHtml(unlinked(text).replace(/[\\`*_[\]|~]/g, '\\$&')).trim()

/** Text inside an HTML tag such as `<summary>`, where markdown is not interpreted. */
export const summaryText = (text: string): string => asHtml(unlinked(text))

const asHtml = (text: string): string => text.replace(/[<>&]/g, (sign) => ENTITIES[sign]!).replaceAll(JOINER, '&#8288;')

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** The invisible word joiner separates a sign from the name or number that would make it a reference. */
const JOINER = '\u2060'

/**
 * GitHub and GitLab look for references in the rendered text, so escaping them in markdown does not help: `@name`,
 * `a/b#1`, `GH-1`, `a/b!1`, `~label`, `%milestone`, `&1`, `$1`, `[issue:1]`, and addresses.
 */
const unlinked = (text: string): string => clean(text).replace(REFERENCE, `$&${JOINER}`)

const REFERENCE =
  /@(?=[\w.-])|[#!&$](?=\d)|~(?=[\w"?.&-])|%(?=[\w"-])|\bG[HL]-(?=\d)|[[*](?=\w+:)|:(?=\/\/)|\bwww(?=\.)/gi
