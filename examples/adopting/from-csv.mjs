// Makes files of a register from a spreadsheet saved as CSV: node from-csv.mjs partnerships.csv register
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
const WORDS = { live: 'active', sla: 'service-agreement', mou: 'memorandum', s75: 'section-75', paid: 'spend', '?': '',
  out: 'spend', received: 'income', in: 'income', charity: 'third-sector', voluntary: 'third-sector', la: 'council',
  'social enterprise': 'third-sector', 'gp federation': 'federation', police: 'police-fire-probation', no: 'none',
  'housing assoc.': 'housing-association', yes: 'personal', 'patient records': 'special-category' }
const word = (text) => WORDS[text.toLowerCase()] ?? text.toLowerCase().replaceAll(' ', '-')
const month = (it) => 'jan feb mar apr may jun jul aug sep oct nov dec'.indexOf(it.toLowerCase().slice(0, 3)) / 4 + 1
const iso = (_, d, m, y) => [y.padStart(4, '20'), m.padStart(2, '0'), ...(d ? [d.padStart(2, '0')] : [])].join('-')
const day = (it) => it.replace(/^\D*$/, '').replace(/[A-Z]\w+/, month).replace(/^(?:(\d+)[ /.])?(\d\d?)[ /.](\d\d+)$/, iso)
const id = (text) => text.normalize('NFD').replace(/[^\w &]/g, '').toLowerCase().replace('&', 'and').replace(/ +/g, '-')
const line = (start, text) => (text ? `${start}: ${JSON.stringify(text)}\n` : '')
const [sheet, register, rows = [[]]] = process.argv.slice(2)
for (const [, cell, end] of readFileSync(sheet, 'utf8').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g))
  if (rows.at(-1).push(cell.replace(/^"|"$/g, '').replaceAll('""', '"').trim()) && end !== ',') rows.push([])
process.chdir(register)
for (const [index, cells] of rows.entries()) if (index > 0 && cells.length > 1) {
  const row = Object.fromEntries(rows[0].map((name, column) => [name, cells[column] ?? '']))
  const open = Object.entries({ start: row.Start, end: row.End, reviews: row.Reviewed, documents: row.Signed })
  const said = open.filter(([, text]) => text && !day(text)).map(([key, text]) => line(`  ${key}`, `Sheet: ${text}`))
  const text = [line('name', row.Partnership), line('status', word(row.Status)), line('kind', word(row.Type)),
    line('lead', row.Lead), line('sponsor', row.Sponsor), line('start', day(row.Start)), line('end', day(row.End)),
    line('value:\n  per: year\n  amount', row.Value), line('  direction', word(row.Money)),
    line('data:\n  level', word(row.Data)), line('partners:\n  - organisation', id(row.Partner)),
    line('reviews:\n  - date', day(row.Reviewed)), line('documents:\n  - type: agreement\n    signed', day(row.Signed)),
    said.length ? 'unknown:\n' : '', ...said]
  const file = `partnerships/${id(row.Partnership) || 'no-name'}`
  writeFileSync(`${file}${existsSync(`${file}.yaml`) ? `-row-${index + 1}` : ''}.yaml`, text.join(''), { flag: 'wx' })
  writeFileSync(`organisations/${id(row.Partner)}.yaml`, line('name', row.Partner) + line('kind', word(row.Sort)))
}
