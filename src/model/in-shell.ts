/** A word as it is typed into a shell, quoted where the shell would split or change it. */
export const inShell = (word: string) => (/^[\w./@:+=^~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
