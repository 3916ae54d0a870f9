import type { Problem } from './fix.js'

/** A file of the register as the disk (or git) gave it: its bytes, or why it was not read. */
export interface SourceFile {
  /** From the register's folder, with / between. */
  readonly path: string
  readonly bytes?: Uint8Array
  readonly problem?: FileProblem
  /** Details of the problem: where a link leads, the size, the commit of a repository, the system's own code. */
  readonly detail?: string
}

/** Why a file was not read, with the code, message and hint that report it. */
const FILE_PROBLEMS = {
  'symlink-outside': [
    'file/symlink',
    'this link leads out of the register, so it was not followed',
    'put the file itself here',
  ],
  'symlink-loop': ['file/symlink', 'this link leads back to itself', 'put the file itself here'],
  'symlink-broken': ['file/symlink', 'this link leads nowhere', 'put the file itself here, or delete the link'],
  // a file that looks as if it were meant for the register
  'not-read': [
    'file/not-read',
    'this is not read, as it is not a file of a register',
    'rename it, or keep it elsewhere',
  ],
  folder: [
    'file/not-a-file',
    'this is a folder, although its name ends like that of a record',
    'rename the folder, or move its files',
  ],
  'not-a-file': ['file/not-a-file', 'this is not a regular file', 'put a text file here, or delete it'],
  'too-large': [
    'file/too-large',
    'this file is over 5 MB, so it was not read',
    'a record has some dozens of lines; keep attachments elsewhere and link to them',
  ],
  changed: ['file/unreadable', 'this was changed or removed while it was read', 'run again'],
  unreadable: ['file/unreadable', 'there is no permission to read this file', 'check its permissions'],
  repository: [
    'file/unreadable',
    'this folder is a git repository of its own (a submodule), so its files are not in this revision',
    'read it where it is checked out, or keep its files in the repository of the register',
  ],
  'not-checked-out': [
    'file/unreadable',
    'this file is not checked out: the checkout is sparse, and leaves it out',
    'git sparse-checkout disable checks out everything, git sparse-checkout add a folder',
  ],
} as const satisfies Readonly<Record<string, readonly [code: string, message: string, hint: string]>>
export type FileProblem = keyof typeof FILE_PROBLEMS

/** The problem of a file that was not read. */
export function fileProblem({ path, problem = 'unreadable', detail }: SourceFile): Problem {
  const [code, message, hint] = FILE_PROBLEMS[problem]
  return { code, message, hint: problem === 'not-read' && detail ? detail : hint, at: { file: path, start: 0, end: 0 } }
}
