import { inShort } from '../model/words.js'

/** Room for a name or an answer, but not for a whole document that was pasted into one cell. */
const LONGEST_ECHO = 120
const LONGEST_MESSAGE = 400

/** What somebody wrote, as an error repeats it. */
export const echoed = (written: string): string => inShort(written, LONGEST_ECHO)

/** A message that may repeat what somebody wrote. */
export const inMessageLength = (message: string): string => inShort(message, LONGEST_MESSAGE)
