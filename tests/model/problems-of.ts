import { buildRegister } from '../../src/model/register.js'

/** Code, message and hint of all that the reader says of a file; a partnership's lines, unless a path is given. */
export function problemsOf(lines: string, path = 'partnerships/riverside.yaml', start = 'name: A\nstatus: active\n') {
  const bytes = new TextEncoder().encode(`${start}${lines}\n`)
  const register = buildRegister([{ path, bytes }], () => undefined)
  return register?.problems.map(({ code, message, hint }) => [code, message, hint])
}
