// The page of what the released policies demand, on what it rests, and where to look it up; made from the policies.

const TITLES = {
  'public-body-2026': 'Every public body',
  'nhs-2027': 'NHS bodies',
  'council-2026': 'Councils',
}

const INTRODUCTION = `# What the policies of 2026 require, and why

Generated from the policies in [\`policies/\`](../policies). \`nhs-2027\` is for NHS bodies and \`council-2026\` for councils; both extend
\`public-body-2026\`, and an entry of theirs replaces the one of the same name there. \`partners policy documents\` shows what your own
register is asked, and \`partners diff --policy council-2026\` what another policy would ask of it.

- **Must**: law, regulations, the NHS Standard Contract, or a decision of your own. **Should**: guidance, or a proposal of this
  tool that your organisation has not yet decided on. Papers, \`partners due\` and \`partners validate\` count the two apart.
- Law, regulations and guidance apply **from** the day on which they came into force. A register of an earlier day is not asked for
  them; what the law required before then has not been researched, and its papers say so.
- \`ours\` stands for rules that every public body sets for itself, such as standing financial instructions. Replace a proposal by an
  entry of your own with \`basis: ours\` once your Board has decided, or take it out with \`off\` and the reason.
- This is not legal advice. Have your own lawyers and your information governance lead read it before you adopt it.
`

/**
 * @param {(policy: string) => { id: string, says: Record<string, string>, file: string }[]} documentsIn the documents that a policy
 * demands, with those that it inherits
 */
export function policyPage(documentsIn) {
  const parts = Object.entries(TITLES).map(([policy, title]) => {
    const own = documentsIn(policy).filter(({ file }) => file.endsWith(`${policy}.yaml`))
    return `## ${title}: \`${policy}\`\n\n${HEAD}\n${own.map(rowOf).join('\n')}\n`
  })
  return [INTRODUCTION, ...parts].join('\n')
}

const HEAD = '| Document | Required where | Rests on | Source | From | Valid |\n| --- | --- | --- | --- | --- | --- |'

function rowOf({ id, says }) {
  const cells = [
    `**${says.title ?? id}**${says.why ? `<br>${says.why}` : ''}${says.contents ? `<br>Contains: ${says.contents}` : ''}`,
    says.when ?? 'named, and not required',
    says.basis ?? 'not stated',
    says.source ?? '',
    says['applies-from'] ?? '',
    validityOf(says),
  ]
  return `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`
}

function validityOf({ valid, every, 'year-end': yearEnd, 'valid-by': by }) {
  if (every !== undefined) return `made every ${every}`
  if (yearEnd !== undefined) return `for the year to ${yearEnd}, and the next`
  if (by !== undefined) return `as often as the ${by}`
  return valid === undefined || valid === 'none' ? 'for its life' : valid
}
