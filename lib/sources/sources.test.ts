import { beforeAll, describe, expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { getSource } from '@/lib/sources/queries/get-source'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { aProject, once } from '@/seeds/builders'

let desk: Awaited<ReturnType<typeof aProject>>
let other: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject()
  other = await aProject()
})

const source = (name: string, kind: 'PERSON' | 'OUTLET' | 'UNNAMED_IN_TEXT' | 'ORGANISATION' = 'PERSON') => ({
  ...once(),
  id: newId(),
  kind,
  name,
})

test('a search for what no text can hold finds nothing, and breaks nothing', async () => {
  expect(await searchSources(desk.viewer.ctx, 'Mal\u0000lick \ud800')).toEqual([])
})

describe('addSource', () => {
  test('a person of the same folded name is refused, and the refusal names the one that is there', async () => {
    const input = { ...source('Anas Mallick'), role: 'journaliste' }
    const added = await addSource(desk.checker.ctx, input)
    expect(added).toEqual({ id: input.id, name: 'Anas Mallick', kind: 'PERSON', role: 'journaliste' })
    await expect(addSource(desk.checker.ctx, source('anas  MALLICK'))).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'source.alreadyThere', values: { id: input.id, name: 'Anas Mallick' } }],
    })
    expect(await addSource(other.checker.ctx, source('Anas Mallick'))).toMatchObject({ name: 'Anas Mallick' })
  })

  test('two who add the same outlet at once get one outlet', async () => {
    const both = await Promise.allSettled([
      addSource(desk.checker.ctx, source('WION', 'OUTLET')),
      addSource(desk.checker2.ctx, source('Wion', 'OUTLET')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await getDb().source.count({ where: { projectId: desk.project.id, kind: 'OUTLET', nameKey: 'wion' } })).toBe(
      1,
    )
  })

  test('unnamed voices share their words', async () => {
    await addSource(desk.checker.ctx, source('des responsables', 'UNNAMED_IN_TEXT'))
    await addSource(desk.checker.ctx, source('des responsables', 'UNNAMED_IN_TEXT'))
  })

  test('a viewer, an empty name and a foreign institution are refused', async () => {
    await expect(addSource(desk.viewer.ctx, source('X'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addSource(desk.checker.ctx, source('  '))).rejects.toMatchObject({
      code: 'invalid',
      reasons: [{ key: 'source.nameMissing', path: 'name' }],
    })
    await expect(addSource(desk.checker.ctx, source('…'))).rejects.toMatchObject({ code: 'invalid' })
    const foreign = await addSource(other.checker.ctx, source('OTAN', 'ORGANISATION'))
    const child = { ...source('un porte-parole', 'UNNAMED_IN_TEXT'), parentId: foreign.id }
    await expect(addSource(desk.checker.ctx, child)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a repeated command answers the same and adds nothing', async () => {
    const input = source('Michael Maloof')
    expect(await addSource(desk.checker.ctx, input)).toEqual(await addSource(desk.checker.ctx, input))
  })
})

describe('searchSources', () => {
  test('finds by name and alias without accents or case, the nearest first, in this project alone', async () => {
    const agency = { ...source('Agence France-Presse', 'ORGANISATION'), aliases: ['AFP', 'L’Agence à Paris'] }
    await addSource(desk.editor.ctx, agency)
    await addSource(desk.editor.ctx, source('Presse océan', 'OUTLET'))
    const names = async (text: string) => (await searchSources(desk.viewer.ctx, text)).map(({ name }) => name)
    expect(await names('presse')).toEqual(['Presse océan', 'Agence France-Presse'])
    expect(await names('afp')).toEqual(['Agence France-Presse'])
    expect(await names("l'agence a paris")).toEqual(['Agence France-Presse'])
    expect(await names('OCEAN')).toEqual(['Presse océan'])
    expect(await names('100%')).toEqual([])
    expect(await searchSources(other.viewer.ctx, 'presse')).toEqual([])
  })

  test('an alias that is exactly what was typed comes before names that only begin so, and after the very name', async () => {
    const add = (name: string, aliases: string[] = []) =>
      addSource(desk.editor.ctx, { ...source(name, 'ORGANISATION'), aliases })
    for (const at of ['Kaboul', 'Paris', 'Dakar', 'Lomé', 'Rome', 'Oslo', 'Lima']) await add(`KZN ${at}`)
    await add('Wahrsagendes Zeitungsamt', ['KZN'])
    const first = async () => (await searchSources(desk.viewer.ctx, 'kzn')).map(({ name }) => name).slice(0, 2)
    expect(await first()).toEqual(['Wahrsagendes Zeitungsamt', 'KZN Dakar'])
    await addSource(desk.editor.ctx, source('KZN', 'OUTLET'))
    expect(await first()).toEqual(['KZN', 'Wahrsagendes Zeitungsamt'])
  })

  test('keeps to the kinds and the number that were asked for', async () => {
    const kinds = (await searchSources(desk.viewer.ctx, '', { kinds: ['OUTLET'] })).map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['OUTLET']))
    expect(await searchSources(desk.viewer.ctx, '', { limit: 1 })).toHaveLength(1)
  })
})

test('another project’s source is not found', async () => {
  const foreign = await addSource(other.checker.ctx, source('RT', 'OUTLET'))
  await expect(getSource(desk.editor.ctx, foreign.id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await getSource(other.editor.ctx, foreign.id)).toMatchObject({ name: 'RT', parent: null })
})
