/** A text as a value of a block of YAML: plain where every reader takes it for that text, otherwise in double quotes. */
export const yamlText = (text: string) => (PLAIN.test(text) && !RESERVED.test(text) ? text : inQuotes(text))

const PLAIN = /^[a-z](?:[\w .,/&'()-]*[\w.)])?$/i
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i

/** A text in double quotes, which JSON's are; what an editor hides and the reader refuses is written as its number. */
export const inQuotes = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
