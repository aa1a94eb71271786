import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allModels, modelsOf, sketchFile, sketchOf } from './er-sketch.mjs'

test('docs/models.md is what the script makes of the models as they stand', () => {
  const committed = readFileSync(sketchFile(), 'utf8')
  expect(
    committed === sketchOf(allModels()),
    'node lib/launch/er-sketch.mjs draws docs/models.md anew: commit it',
  ).toBe(true)
})

const TEXT = `/// Somebody's dog,
/// or cat.
model Pet {
  id      String @id
  ownerId String @unique @db.Uuid
  vetId   String?
  names   String[]
  seenIn  Unsupported("xid8")?

  owner Owner @relation("keeps", fields: [ownerId], references: [id])
  vet   Owner? @relation("heals", fields: [vetId], references: [id])

  @@index([vetId])
}

model Owner {
  id    String @id
  pet   Pet?  @relation("keeps")
  heals Pet[] @relation("heals")
}
`

test('a model is read with the words above it, its columns, and what it refers to and how often', () => {
  const models = modelsOf('pets', TEXT)
  expect(models.map(({ name, says }) => [name, says])).toEqual([
    ['Pet', "Somebody's dog, or cat."],
    ['Owner', ''],
  ])
  const sketch = sketchOf(models, [])
  expect(sketch).toContain('  Owner ||--o| Pet : "owner"\n  Owner |o--o{ Pet : "vet"')
  expect(sketch).toContain(
    "| **Pet**: Somebody's dog, or cat. | id, ownerId, vetId?, names[], seenIn? | Owner, Owner (vet)? |",
  )
  expect(sketch).toContain('| **Owner** | id | – |')
})

test('a model that is drawn in the heart and is no more is named', () => {
  expect(() => sketchOf(modelsOf('pets', TEXT))).toThrow('no more: Project, Article')
})
