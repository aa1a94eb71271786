import { z } from 'zod'

// Samples of whatever a schema describes, and everything in them that can be altered: so that a test meets every field,
// those that nobody has thought of yet among them.

type Shape = {
  type?: string | string[] | undefined
  format?: string | undefined
  const?: unknown
  enum?: unknown[] | undefined
  anyOf?: Shape[] | undefined
  items?: Shape | undefined
  properties?: Record<string, Shape> | undefined
}
const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(shape).optional(),
    items: shape.optional(),
    properties: z.record(z.string(), shape).optional(),
  }),
)
const shapeOf = (schema: z.ZodType): Shape => shape.parse(z.toJSONSchema(schema))

type Step = string | 0
/** `claims[].figures[].basis`, and the values that it can take instead of a sample's. */
export type Leaf = { path: string; steps: readonly Step[]; format: string | null; values: readonly unknown[] }

// One identity for all: what refers to another thing finds it.
const ID = '0198f3a0-0000-7000-8000-000000000001'
const isNull = ({ type }: Shape) => type === 'null'
const present = (node: Shape): Shape => node.anyOf?.find((each) => !isNull(each)) ?? node
const kindOf = ({ type }: Shape) => (Array.isArray(type) ? type.find((each) => each !== 'null') : type)

const days = (steps: readonly Step[]) =>
  steps.at(-1) === 'earliest' ? ['2021-08-19', '2021-08-20'] : ['2021-08-26', '2021-08-27']

/** Two values of a text: of its format, and told apart from those of every other place. */
function texts({ format }: Shape, steps: readonly Step[]): string[] {
  if (format === 'uuid') return [ID, ID.replace(/1$/, '2')]
  if (format === 'sha256_hex') return ['a'.repeat(64), 'b'.repeat(64)]
  if (format === 'date') return days(steps)
  if (format === 'date-time') return days(steps).map((day) => `${day}T07:30:00.000Z`)
  if (/^(?:from|until|window\w+Time)$/.test(String(steps.at(-1)))) return ['17:50', '18:50']
  if (/^(?:z|windowZ)one$/.test(String(steps.at(-1)))) return ['Asia/Kabul', '+05:45']
  if (steps.at(-1) === 'country') return ['AF', 'US']
  if (steps.at(-1) === 'language') return ['fr', 'ar']
  return ['one', 'other'].map((which) => `${which} ${steps.join(' ')}.`)
}

function valuesOf(node: Shape, steps: readonly Step[]): unknown[] {
  if (node.enum) return node.enum
  if (node.const !== undefined) return [node.const]
  const kind = kindOf(node)
  if (kind === 'boolean') return [true, false]
  if (kind === 'integer' || kind === 'number') return [3, 5]
  return texts(node, steps)
}

function sample(node: Shape, steps: readonly Step[], isFirst: boolean): unknown {
  const here = present(node)
  if (here.properties) {
    const entries = Object.entries(here.properties)
    return Object.fromEntries(entries.map(([key, each]) => [key, sample(each, [...steps, key], isFirst)]))
  }
  if (here.items) {
    const item = sample(here.items, [...steps, 0], isFirst)
    return isFirst ? [item] : [item, item]
  }
  const values = valuesOf(here, steps)
  return isFirst ? values[0] : values.at(-1)
}

/** What the schema describes with nothing left out: every list with one item and every first value, or with two and the last. */
export const sampleOf = (schema: z.ZodType, isFirst: boolean): unknown => sample(shapeOf(schema), [], isFirst)

const pathOf = (steps: readonly Step[]) =>
  steps
    .map((step) => (step === 0 ? '[]' : `.${step}`))
    .join('')
    .slice(1)

function leaves(node: Shape, steps: readonly Step[]): Leaf[] {
  const here = present(node)
  const path = pathOf(steps)
  if (here.properties) return Object.entries(here.properties).flatMap(([key, each]) => leaves(each, [...steps, key]))
  if (here.items) {
    const within = leaves(here.items, [...steps, 0])
    // What stands in a list says that the list has something; identities say nothing of themselves.
    return within.some(({ format }) => format !== 'uuid') ? within : [{ path, steps, format: 'list', values: [[]] }]
  }
  const values = valuesOf(here, steps)
  return values.length > 1 ? [{ path, steps, format: here.format ?? null, values: [values[0], values.at(-1)] }] : []
}

/** Every place of what the schema describes at which something can be said. */
export const leavesOf = (schema: z.ZodType): Leaf[] => leaves(shapeOf(schema), [])

function withValue(within: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(within)) return within.map((each, at) => (at === step ? withValue(each, rest, value) : each))
  const entries = Object.entries(z.record(z.string(), z.unknown()).parse(within))
  return Object.fromEntries(entries.map(([key, each]) => [key, key === step ? withValue(each, rest, value) : each]))
}

/** Alters a sample at one place: to the value that it does not have there. */
export const altering = ({ steps, values }: Leaf, isFirst: boolean) => {
  const value = isFirst ? values.at(-1) : values[0]
  return (within: unknown) => withValue(within, steps, value)
}

function nodes(node: Shape, steps: readonly Step[]): string[] {
  const here = present(node)
  const within = here.properties
    ? Object.entries(here.properties).flatMap(([key, each]) => nodes(each, [...steps, key]))
    : here.items
      ? nodes(here.items, [...steps, 0])
      : []
  return [pathOf(steps), ...within]
}

/** Every path that the schema describes, those of parts and lists among them. */
export const nodesOf = (schema: z.ZodType): string[] => nodes(shapeOf(schema), [])

/** What stands at a path of something, in every item of its lists. */
export function valuesAt(within: unknown, path: string): unknown[] {
  let found: unknown[] = [within]
  for (const step of path.replaceAll('[]', '.[]').split('.')) {
    found = found.flatMap((each) => {
      if (step === '[]') return Array.isArray(each) ? each : []
      return each !== null && typeof each === 'object'
        ? Object.entries(each).flatMap(([key, value]) => (key === step ? [value] : []))
        : []
    })
  }
  return found
}
