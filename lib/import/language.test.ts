import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectLanguage } from './language'

const folder = new URL('../../seeds/articles/', import.meta.url)

describe('the language of a text', () => {
  test.each(readdirSync(folder))('seed %s is French', (name) => {
    expect(detectLanguage(readFileSync(new URL(name, folder), 'utf8'))).toBe('fr')
  })

  test.each([
    ['fr', 'Selon M. Mallick, sept terroristes sont en fuite.'],
    ['en', 'The president said on Tuesday that the airport was closed.'],
    ['es', 'El presidente dijo ayer que la situación en Kabul seguía siendo muy difícil para los ciudadanos.'],
    ['de', 'Der Präsident sagte gestern, die Lage in Kabul sei weiterhin sehr schwierig.'],
    ['ar', 'قال الرئيس أمس إن الوضع في كابول لا يزال صعبا للغاية'],
    ['fa', 'رئیس جمهور دیروز گفت که وضعیت در کابل همچنان بسیار دشوار است'],
    ['ru', 'Президент сказал вчера, что ситуация в Кабуле остается очень сложной.'],
    ['zh', '总统昨天表示喀布尔的局势仍然非常困难'],
    [null, 'Kaboul'],
    [null, '1234 5678 90, 2021-08-27, 1 000 000, 170, 82, 13, 2021'],
    [null, 'asdf qwer zxcv uiop hjkl'],
    [null, ''],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  test('of a long text is read all over it, and quickly', () => {
    const text = `${'The airport was closed on Tuesday. '.repeat(3)}${'Le président a déclaré que la situation restait difficile. '.repeat(16_000)}`
    expect(detectLanguage(text)).toBe('fr')
  })
})
