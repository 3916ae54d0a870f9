import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Commands are tested through the real binary, so the bundle is built once, before any test. */
export default function build(): void {
  const script = fileURLToPath(new URL('../../scripts/build.js', import.meta.url))
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the bundle could not be built; npm run build says why')
}
