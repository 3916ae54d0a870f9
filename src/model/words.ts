/** A title inside a sentence: `Exit plan` becomes `exit plan`; an abbreviation such as DPIA stays as it is. */
export const lowerFirst = (title: string) =>
  /^\p{Lu}(?:[\p{Lu}\d]|$)/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)
