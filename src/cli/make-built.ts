import { templated } from '../reports/templated.js'
import { compilePaper } from '../reports/wording/compile-paper.js'
import { readPolicy } from '../model/built-policy.js'
import { idOf } from '../model/record-schemas.js'
import { objectId } from '../source/object-id.js'
import { packageFiles, packagePolicy, packageText } from '../source/package-files.js'
import { builtInPartials } from './templates.js'

/** What the build makes of the built-in templates and policies: texts by the names that `built` finds them by. */
export function makeBuilt(): Readonly<Record<string, string>> {
  const partials = builtInPartials()
  const compiled = templated.map((paper) => {
    const file = `templates/${paper.name}.md.hbs`
    const template = { file, source: packageText(file) ?? '' }
    return [`${paper.name}.cjs`, compilePaper(paper, { template, partials })] as const
  })
  const read = packageFiles('policies').flatMap((file) => {
    const { path, bytes } = packagePolicy(idOf(file))!
    const { record, tree } = readPolicy(path, bytes!)
    const name = `${idOf(file)}.${objectId(bytes!)}`
    return [
      [`${name}.json`, JSON.stringify(record)],
      [`${name}.tree.json`, JSON.stringify(tree)],
    ] as const
  })
  return Object.fromEntries([...compiled, ...read])
}
