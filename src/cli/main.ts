import { withCommand } from './define-command.js'
import type { ExitCode, Ports } from './ports.js'
import { program } from './program.js'
import { reportError } from './report-error.js'

/** Runs one command line with its ports, and returns its exit code; errors are reported, and never thrown. */
export async function main(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  try {
    let code: ExitCode = 0
    const words = withCommand(argv)
    const root = await program(ports, (result) => (code = result), words[0])
    await root.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return reportError(ports, error)
  } finally {
    ports.progress?.end()
  }
}
