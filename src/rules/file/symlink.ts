import { defineReaderRule } from '../rule.js'

export const symlink = defineReaderRule({
  code: 'file/symlink',
  severity: 'error',
  summary: 'A link leads out of the register, in a circle or nowhere.',
  source: 'The register is what is in its folder',
  why: 'A link could show a file that is not meant to be seen; its target is never read.',
  remedy: 'Put the file itself in its place.',
})
