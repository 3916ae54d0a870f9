import { defineReaderRule } from '../rule.js'

export const notRead = defineReaderRule({
  code: 'file/not-read',
  severity: 'warning',
  summary: 'A file or folder stands where records do, and is not read.',
  source: 'Nothing is lost: what looks like a record and is none is told',
  why: 'A partnership in it is missing from every check, list and paper, and nobody notices.',
  remedy: 'Rename it as the hint says, or keep it elsewhere; drafts and attachments do not belong among records.',
})
