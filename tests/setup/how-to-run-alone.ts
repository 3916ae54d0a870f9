import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** After a run: for each test that failed, the command line that runs it alone. */
export default class HowToRunAlone implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap((module) => {
      const file = relative(process.cwd(), module.moduleId)
      const failed = [...module.children.allTests('failed')]
      if (failed.length === 0) return module.ok() ? [] : [`  npx vitest run ${file}`]
      return failed.map(({ fullName }) => `  npx vitest run ${file} -t ${inShell(pattern(fullName))}`)
    })
    if (lines.length > 0) console.error(`To run what failed alone:\n${lines.join('\n')}\n`)
  }
}

/** A name as the pattern that `-t` takes; vitest joins the parts of a name by spaces there. */
const pattern = (fullName: string) => `^${fullName.replaceAll(' > ', ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`

const inShell = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`
