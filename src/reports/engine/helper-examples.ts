/** How each helper is used, and what it prints of the register of the examples. */
export const HELPER_EXAMPLES: Readonly<Record<string, readonly [template: string, prints: string]>> = {
  count: ['{{count held}} partnerships', '22 partnerships'],
  money: ['{{money total}} a year', '£8.6m a year'],
  percent: ['{{percent part}} of it', '38% of it'],
  plural: ['{{plural held "partnership" "partnerships"}}', '22 partnerships'],
  is_are: ['There {{is_are held}} {{count held}}.', 'There are 22.'],
  some: ['{{#if (some overdue)}}Overdue: {{count overdue}}.{{/if}}', 'Overdue: 3.'],
  is: ['{{#if (is tier "major")}}Major.{{else}}Not major.{{/if}}', 'Major.'],
  names: ['With {{names partners}}.', 'With Elmore, Mind and Response.'],
  money_way: ['{{money_way direction}}', 'money out'],
  join: ['{{join partners "; "}}', 'Elmore; Mind; Response'],
  said: ['Lead: {{said lead}}.', 'Lead: not stated.'],
  prose: ['{{prose summary}}', 'A first paragraph.\n\nA second one.'],
  mermaid: ['{{mermaid diagram}}', '```mermaid\nflowchart TD\n  a --> b\n```'],
  indent: ['{{indent path}}- {{name}}', '    - Quality Committee'],
  grade: ['{{grade rating}}', '**Amber**'],
  band: ['{{band letter}} 16', '**E** 16'],
}
