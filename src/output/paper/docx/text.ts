import { clean } from '../../../model/clean.js'

/** What XML 1.0 has no place for: control characters, halves of a pair, and noncharacters. */
const NOT_IN_XML =
  // oxlint-disable-next-line no-control-regex -- these characters are what this expression is for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Stands for `{` until the file is finished: the library takes `{…}` for its own places, wherever it is. */
const BRACE = '\uFDD0'

/** Text that Word shows as it is. */
export const wordText = (text: string): string => clean(text.replace(NOT_IN_XML, '')).replaceAll('{', BRACE)

/** Puts the braces back that `wordText` hid. */
export const withBraces = (xml: string): string => xml.replaceAll(BRACE, '{')

/** A property of the file, on one line; Word would read `_x0041_` as a letter there. */
export const propertyText = (text: string): string =>
  wordText(text)
    .replace(/\s+/g, ' ')
    .replace(/_x(?=[0-9a-f]{4}_)/gi, '$& ')
    .trim()
    .slice(0, 255)
