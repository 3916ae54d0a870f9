// Composes a register: world, partnerships with their parts, faults, and at last the files with what is expected of them.
import { AS_OF } from './days.js'
import { spoil } from './faults.js'
import { organisation, ourselves } from './organisation.js'
import { NARRATIVE, part, partnership } from './partnership.js'
import { Random } from './random.js'
import { policy, settings, updates } from './settings.js'
import { MANAGERS, PLACES, SERVICES } from './words.js'
import { spotOf, writeYaml } from './yaml.js'

/** As many as there are names for. */
export const MOST = PLACES.length * SERVICES.length

/** Partnerships that an audit of register.yaml names. */
const SAMPLED = 3

/**
 * @typedef {{ file: string, line: number, column: number, code: string }} Expected
 * @param {object} options
 * @param {number} options.count partnerships, parts among them
 * @param {number} options.seed the same seed and options give the same bytes
 * @param {number} [options.markdown] per cent of partnerships that are markdown files
 * @param {number} [options.faults] per cent of partnerships and organisations with one fault
 * @returns {{ asOf: string, files: { path: string, text: string }[], faults: number, findings: Expected[] }}
 */
export function generateRegister({ count, seed, markdown = 15, faults = 3 }) {
  const random = new Random('register', seed)
  const places = random.shuffled(PLACES).slice(0, Math.max(4, Math.ceil(count / SERVICES.length)))
  const organisations = makeOrganisations(seed, Math.max(26, Math.round(count / 12)), places)
  const leads = Array.from({ length: Math.max(4, Math.ceil(count / 8)) }, (_, index) => leadRole(index, places))
  const partnerships = makePartnerships(seed, count, { places, organisations: byKind(organisations), leads })
  for (const it of partnerships) it.isMarkdown = random.next() * 100 < markdown
  const records = [
    ...partnerships.map((it) => filed(it, 'partnership')),
    ...organisations.map((it) => filed(it, 'organisation')),
  ]
  const wanted = Math.round((records.length * faults) / 100)
  const faulty = spoil(new Random('faults', seed), records, wanted)
  const sampled = partnerships.slice(0, SAMPLED).map(({ id }) => id)
  const files = [
    { path: 'register.yaml', text: joined(writeYaml(settings({ leads, sampled })).lines) },
    { path: 'policy.yaml', text: joined(writeYaml(policy()).lines) },
    ...updates().map(({ id, data, sections }) => ({
      path: `updates/${id}.md`,
      text: joined(writeMarkdown(data, sections).lines),
    })),
  ]
  const findings = []
  for (const record of records) {
    const written = write(record)
    files.push({ path: record.path, text: joined(written.lines) })
    findings.push(...written.findings)
  }
  return { asOf: AS_OF, files, faults: faulty, findings: findings.sort(inOrder) }
}

const joined = (lines) => `${lines.join('\n')}\n`

const leadRole = (index, places) =>
  `${MANAGERS[Math.floor(index / places.length) % MANAGERS.length]}, ${places[index % places.length]}`

function makeOrganisations(seed, count, places) {
  const partners = Array.from({ length: count - 1 }, (_, index) =>
    organisation(new Random('organisation', seed, index), index, places),
  )
  return [ourselves(), ...partners]
}

/** Ids of partner organisations by their kind. */
function byKind(organisations) {
  const ids = new Map()
  for (const { kind, id } of organisations.slice(1)) ids.set(kind, [...(ids.get(kind) ?? []), id])
  return ids
}

/** About one in five is a part of the partnership before it. */
function makePartnerships(seed, count, world) {
  const made = []
  for (let index = 0; made.length < count; index++) {
    const random = new Random('partnership', seed, index)
    const whole = partnership(random, index, world)
    const isLarge = ['active', 'under-review'].includes(whole.facts.status) && whole.tier !== 'informal'
    const parts = isLarge && random.chance(0.15) ? random.whole(1, 3) : 0
    whole.isNamed = parts > 0 || made.length < SAMPLED
    made.push(whole)
    for (let number = 0; number < parts && made.length < count; number++)
      made.push({ ...part(random, whole, number), isNamed: made.length < SAMPLED })
  }
  return made
}

function filed(record, kind) {
  const path =
    kind === 'organisation'
      ? `organisations/${record.id}.yaml`
      : `partnerships/${record.folder}/${record.id}.${record.isMarkdown ? 'md' : 'yaml'}`
  return { ...record, record: kind, path, wanted: [] }
}

/** A record as lines, with the findings that its fault brings. */
function write(record) {
  const { lines, findings } = record.isMarkdown ? markdownOf(record) : written(record, comment(record))
  return { lines, findings: findings.map((it) => ({ file: record.path, ...it })) }
}

/** Some keepers say where they have it from. */
const comment = ({ record, index = 0 }) =>
  record === 'partnership' && index % 3 === 0
    ? ['# Source: partnership file of the directorate; checked with the lead.']
    : []

function written({ data, wanted, scribble }, before) {
  const { lines, spots } = writeYaml(data, before)
  const findings = wanted.map(({ code, at, part }) => ({ ...spotOf(spots, at, part), code }))
  return scribble ? scribble({ lines, spots, findings }) : { lines, findings }
}

function markdownOf(record) {
  const sections = Object.entries(NARRATIVE).filter(([key]) => record.data[key] !== undefined)
  const data = Object.fromEntries(Object.entries(record.data).filter(([key]) => NARRATIVE[key] === undefined))
  const { lines, findings } = written({ ...record, data }, ['---'])
  lines.push('---')
  for (const [key, heading] of sections) lines.push('', `## ${heading}`, '', record.data[key])
  return { lines, findings }
}

/** Findings in the order of the tool: file, line, column, code. */
const inOrder = (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code)
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** A markdown record of an update. */
function writeMarkdown(data, sections) {
  const { lines } = writeYaml(data, ['---'])
  lines.push('---')
  for (const [heading, text] of Object.entries(sections)) lines.push('', `## ${heading}`, '', text)
  return { lines }
}
