// The page of what templates can use: helpers, partials, blocks and markers, with an example that a test follows.

const INTRODUCTION = `# Templates of your own

Every paper, page of \`partners show\` and letter is made from a template: markdown with names in double braces. The tool has its own,
and one of the same name in the folder \`templates/\` of a register replaces it. Partials, which templates call, are in
\`templates/partials/\`.

\`\`\`sh
partners template list                # what there is, and which your register has of its own
partners template copy board-update   # writes the built-in one into your register, to be changed
partners report board-update --out update.html --watch
partners validate --rule report/template
\`\`\`

Every name is checked before anything is printed: what does not exist is reported with its line, and with the name that was probably
meant. After an update of the tool, \`partners template list\` says which copies are of a built-in template that has changed since.

## What is in a template

| Write | It prints or does |
| --- | --- |
| \`{{title}}\` | a text of the paper; [the page of each paper](papers/README.md) lists its names |
| \`{{count held}}\`, \`{{money total}}\` | a figure, by a helper, so that \`--trace\` can show how it was made |
| \`{{#each partnerships}}…{{else}}…{{/each}}\` | its inside for each item of a list; after \`{{else}}\` what is printed of an empty list |
| \`{{#join totals "; "}}…{{/join}}\` | the same, with something between the items |
| \`{{#if lead}}…{{else}}…{{/if}}\`, \`{{#unless lead}}…{{/unless}}\` | its inside where something is there, or is not there |
| \`{{#with board}}…{{/with}}\` | the names inside are those of a group |
| \`{{../title}}\`, \`{{@root.title}}\` | a name of the block around, or of the whole paper |
| \`{{#if @first}}\`, \`{{#if @last}}\` | is it the first or the last item? |
| \`{{> risks}}\`, \`{{> roles own.roles}}\` | a partial, with the names that are here, or with those of a group or list |
| \`{{! a remark }}\` | nothing |

A block that has a line of its own leaves no empty line behind. Templates do not compare or calculate: a condition asks whether
something is there, whether a count is not zero (\`some\`), or whether two texts are the same (\`is\`).

## Your own fields

A key that begins with \`x-\` in an update, in \`register.yaml\`, or in the file of a partnership or organisation is yours. Its value is a
text, a number, \`true\` or \`false\`, or a list of texts.

| In the file | In a template |
| --- | --- |
| \`x-agenda-item: 7.2\` in the update | \`{{x.agenda-item}}\` in the Board update, the pack and the sections of updates |
| \`x-charity: 1234\` in \`register.yaml\` | \`{{settings.x.charity}}\` in every paper; \`{{@root.settings.x.charity}}\` inside of blocks |
| \`x-cost-centre: R 101\` of a partnership | \`{{x.cost-centre}}\` in its paper and page, and in each of \`partnerships\` and \`glance\` in the Board update |
| \`x-aims: [Health, Work]\` | \`{{names x.aims}}\`, \`{{join x.aims "; "}}\`, or \`{{this}}\` inside of \`{{#each x.aims}}\` |
| \`x-shared: true\` | \`{{#if x.shared}}shared{{/if}}\` |
| \`x-region: South\` of an organisation | \`{{x.region}}\` in its page |

A record that does not have the field prints nothing; a name that no record has is reported. The paper \`register\`, which is made to be
published, has none of partnerships. \`--data\` prints the own fields of every other paper, too.

## Markers

A line of its own, which no reader sees, says what the next table is:

| Line | What it does |
| --- | --- |
| \`<!-- front sheet -->\` | the table of two columns below is the front sheet of the paper |
| \`<!-- chart: bars -->\`, \`<!-- chart: stacked -->\`, \`<!-- chart: map -->\`, \`<!-- chart: timeline -->\` | the table below is also drawn |

The first annex (\`## Annex A: …\`) begins a new page in print and in Word. Texts of a register cannot make a marker.

## What templates can and cannot do

- They are markdown: headings, paragraphs, lists, tables, links, bold and italic. HTML, scripts and styles are printed as text.
- \`![The Trust’s logo](pictures/logo.png)\` places a picture of the register’s own folder. Pictures from elsewhere are never loaded: they
  become links.
- The logo, the lines at the top and foot of a page, the style sheet and the house style of Word are settings, under \`paper:\` in
  [\`register.yaml\`](records/register.md), and not part of a template.
- Texts of the register are printed as they are: markdown or HTML in them has no effect, and \`{{\` in them is text. The sections of
  an update are markdown, and are printed as such.
- A paper that names confidential partnerships says so at its top, whatever its template is.

## An example

A Trust wants its strategic aims on the front sheet of the Board update. The update says which they are:

\`\`\`yaml
x-strategic-aims: [Integrated care, Value for money]
\`\`\`

\`partners template copy board-update\` writes \`templates/board-update.md.hbs\`. After the first \`{{/each}}\` of that file, in the table of the
front sheet, three lines are added:

\`\`\`handlebars
{{#if x.strategic-aims}}
| Strategic aims | {{names x.strategic-aims}} |
{{/if}}
\`\`\`

\`partners report board-update\` now prints

\`\`\`markdown
| Strategic aims | Integrated care and Value for money |
\`\`\`
`

/**
 * @param {{ helpers: { name: string, takes: string[], help: string, block: string | null, example: string, prints: string }[] }} called what templates call
 * @param {{ templates: { name: string, makes: string, takes: string[], calledBy: string[] }[] }} listed templates and partials
 */
export function templatesPage({ helpers }, { templates }) {
  const isPartial = ({ name }) => name.startsWith('partials/')
  return [
    INTRODUCTION,
    '## Helpers\n',
    table(
      ['Helper', 'Takes', 'What it does', 'Example', 'It prints'],
      helpers.map(({ name, takes, help, block, example, prints }) => [
        code(name),
        takes.join(', '),
        help.replace(/\{\{.*\}\}/, code),
        code(example),
        block === null ? code(prints.trim()) : block,
      ]),
    ),
    '## Templates\n',
    table(
      ['Template', 'What it makes'],
      templates.filter((it) => !isPartial(it)).map(({ name, makes }) => [code(name), makes]),
    ),
    '## Partials\n',
    'Each takes its names from where it is called: call it where these exist, or give it the group or list that has them. `[]` stands\nfor each item of a list.\n',
    table(
      ['Partial', 'What it prints', 'Names that it takes', 'Called by'],
      templates
        .filter(isPartial)
        .map(({ name, makes, takes, calledBy }) => [
          code(name.replace('partials/', '')),
          makes,
          takes.map(code).join(', '),
          calledBy.map(code).join(', '),
        ]),
    ),
  ].join('\n')
}

const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

function table(headings, rows) {
  const line = (cells) => `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}
