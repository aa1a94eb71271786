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
    ['ar', 'أعلنت وزارة النقل (AFP) إغلاق 13 جسرا يوم الخميس.\n\nUn mot (dit AFP).'],
    [null, 'أعلنت وزارة النقل إغلاق 13 جسرا يوم الخميس.\n\nUn paragraphe français cite (AFP) entre deux.'],
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

  test.each([
    [
      'es',
      'El presidente de la república dijo ayer que la situación en la capital es muy difícil para los que se han quedado, y que un avión de la fuerza aérea va a salir de la ciudad por la noche. ',
    ],
    [
      'pt',
      'O presidente disse ontem que a situação na capital é muito difícil para os que ficaram, e que um avião da força aérea vai sair da cidade durante a noite com os feridos do ataque de terça. ',
    ],
    [
      'it',
      'Il presidente ha detto ieri che la situazione nella capitale è molto difficile per quelli che sono rimasti, e che un aereo della forza aerea lascia la città nella notte con i feriti di martedì. ',
    ],
    [
      'de',
      'Der Präsident sagte gestern, die Lage in der Hauptstadt sei für die Zurückgebliebenen sehr schwierig, und ein Flugzeug der Luftwaffe werde die Stadt in der Nacht mit den Verletzten verlassen. ',
    ],
  ])('%s is told from its neighbours in a longer text too', (language, sentence) => {
    expect(detectLanguage(sentence.repeat(4))).toBe(language)
  })

  test('of a text in two languages is not taken for clear by the words of one', () => {
    const english = 'The president said that the airport of the capital was closed and that they have not been told. '
    const french = 'Les soldats sont dans la ville et les habitants ont peur pour leur vie, mais il est trop tard. '
    expect(detectLanguage((english + french).repeat(8))).toBeNull()
  })

  test('of a long text is read all over it, and quickly', () => {
    const text = `${'The airport was closed on Tuesday. '.repeat(3)}${'Le président a déclaré que la situation restait difficile. '.repeat(16_000)}`
    expect(detectLanguage(text)).toBe('fr')
  })
})
