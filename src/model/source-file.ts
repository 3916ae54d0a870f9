/** A file of the register as the disk (or git) gave it: its bytes, or why it was not read. */
export interface SourceFile {
  /** From the register's folder, with / between. */
  readonly path: string
  readonly bytes?: Uint8Array
  /** What git calls content of these bytes, where it is known. */
  readonly blob?: string
  readonly problem?: FileProblem
  /** What more is known of the problem: where a link leads, the size, the commit of a repository, the system's own code. */
  readonly detail?: string
}

/**
 * Why a file was not read; `not-read` is one that looks as if it were meant for the register, and is not of it,
 * `repository` a folder of a commit that has a history of its own (a submodule), and `not-checked-out` a file that git has
 * and a sparse checkout leaves out.
 */
export type FileProblem =
  | 'not-read'
  | 'symlink-outside'
  | 'symlink-loop'
  | 'symlink-broken'
  | 'folder'
  | 'too-large'
  | 'unreadable'
  | 'not-a-file'
  | 'repository'
  | 'not-checked-out'
