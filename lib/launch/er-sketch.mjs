import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './places.mjs'
import { whenRun } from './when-run.mjs'

/** Where the sketch stands. */
export const sketchFile = () => inRoot('docs', 'models.md')

// Nearly every row names its project and some person: drawn everywhere, their lines would hide all others.
const EVERYWHERE = new Set(['Project', 'User'])
const HEART = [
  ...['Project', 'Article', 'ArticleVersion', 'Span', 'Claim', 'ClaimSpan', 'Attribution', 'Hop', 'Source', 'Evidence'],
  ...['Figure', 'Warning', 'Event', 'Verdict', 'VerdictGround', 'ClaimLink', 'Assignment'],
]

const RELATION = /@relation\(\s*(?:"(\w+)")?/
const FIELD = /^(\w+)\s+(\w+)(?:\("\w+"\))?(\[\]|\?)?(.*)$/

/** A line of a model as a field; null for a blank one, a comment or a rule of the whole table. */
function fieldOf(line) {
  const found = FIELD.exec(line.trim())
  if (!found || line.trim().startsWith('//')) return null
  const [, name, type, many = '', rest] = found
  const isHolder = /@relation\([^)]*fields:/.test(rest)
  return { name, type, isMany: many === '[]', isOptional: many === '?', isHolder, relation: RELATION.exec(rest)?.[1] }
}

/** The models of one file of Prisma's language, each with the words above it, its columns and what it refers to. */
export function modelsOf(domain, text) {
  return [...text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, words, name, body]) => ({
    ...{ domain, name, fields: body.split('\n').flatMap((line) => fieldOf(line) ?? []) },
    says: words
      .replaceAll(/^\/\/\/ ?/gm, '')
      .trim()
      .replaceAll('\n', ' '),
  }))
}

/** The line from what is referred to down to what refers to it. */
function lineOf(model, field, models) {
  const target = models.find(({ name }) => name === field.type)
  const back = target?.fields.find(
    ({ type, isHolder, relation }) => type === model.name && !isHolder && relation === field.relation,
  )
  const [parent, child] = [field.isOptional ? '|o' : '||', back?.isMany === false ? 'o|' : 'o{']
  return `  ${field.type} ${parent}--${child} ${model.name} : "${field.name}"`
}

const holders = ({ fields }) => fields.filter(({ isHolder }) => isHolder)
const diagram = (lines) => ['```mermaid', 'erDiagram', ...new Set(lines), '```', '']

/** What of a model is a column: neither another model nor a list of them. */
const columnsOf = ({ fields }, names) => fields.filter(({ type }) => !names.has(type))
const columnText = ({ name, isOptional, isMany }) => `${name}${isMany ? '[]' : isOptional ? '?' : ''}`
const refersText = ({ name, type, isOptional }) =>
  (name.toLowerCase() === type.toLowerCase() ? type : `${type} (${name})`) + (isOptional ? '?' : '')

function chapter(domain, models, all) {
  const names = new Set(all.map(({ name }) => name))
  const lines = models.flatMap((model) =>
    holders(model)
      .filter(({ type }) => !EVERYWHERE.has(type) || model.domain === all.find(({ name }) => name === type)?.domain)
      .map((field) => lineOf(model, field, all)),
  )
  const rows = models.map((model) => [
    `**${model.name}**${model.says ? `: ${model.says.replaceAll('|', '\\|')}` : ''}`,
    columnsOf(model, names).map(columnText).join(', '),
    holders(model).map(refersText).join(', ') || '–',
  ])
  return [
    ...[`## ${domain}`, ''],
    ...(lines.length > 0 ? diagram(lines) : []),
    ...['| model | columns | refers to |', '| --- | --- | --- |'],
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ]
}

/** The sketch of these models, as Markdown, with these in its heart. Throws where one of them is no more. */
export function sketchOf(models, heartNames = HEART) {
  const gone = heartNames.filter((each) => !models.some(({ name }) => name === each))
  if (gone.length > 0) throw new Error(`lib/launch/er-sketch.mjs draws models that are no more: ${gone.join(', ')}`)
  const heart = models.filter(({ name }) => heartNames.includes(name))
  const lines = heart.flatMap((model) =>
    holders(model)
      .filter(
        ({ type }) => heartNames.includes(type) && (type !== 'Project' || ['Article', 'Source'].includes(model.name)),
      )
      .map((field) => lineOf(model, field, models)),
  )
  return [
    ...['# The models', ''],
    'Drawn from `prisma/models/` by `node lib/launch/er-sketch.mjs` (`generate.mjs` beside it does it too): change those, not this file.',
    'A `?` may be empty, `[]` is a list. A line reads from what is referred to down to what refers to it: `||` exactly one, `|o` one or',
    'none, `o{` any number. Lines to `Project` and `User` are drawn where these stand, and named in the tables everywhere else.',
    ...['', '## The heart', '', ...diagram(lines)],
    ...[...new Set(models.map(({ domain }) => domain))].flatMap((domain) =>
      chapter(
        domain,
        models.filter((model) => model.domain === domain),
        models,
      ),
    ),
  ].join('\n')
}

/** All models, domain by domain, in the order of their files. */
export const allModels = () =>
  readdirSync(inRoot('prisma', 'models'))
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .flatMap((name) =>
      modelsOf(name.replace('.prisma', ''), readFileSync(join(inRoot('prisma', 'models'), name), 'utf8')),
    )

export const drawSketch = () => writeFileSync(sketchFile(), sketchOf(allModels()))

await whenRun(import.meta.url, drawSketch)
