import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeBytes } from './decode'
import { decodeAs, ENCODINGS, type Encoding } from './encodings'

const bytesOf = (...numbers: number[]) => Uint8Array.from(numbers)
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))
const swap = (bytes: Uint8Array) => Uint8Array.from(Buffer.from(bytes).swap16())

const FRENCH = 'L’attaque de l’aéroport a coûté 3 € – dit-il. Où est l’été ? Là, près de Noël.'
const windows1252 = (text: string) =>
  Uint8Array.from(text, (c) => ({ '’': 0x92, '€': 0x80, '–': 0x96, œ: 0x9c })[c] ?? c.charCodeAt(0))

describe('reading bytes', () => {
  test('UTF-8 is certain, with and without a byte order mark', () => {
    const seed = readFileSync(new URL('../../seeds/articles/000_a56745d9376cc117.txt', import.meta.url))
    expect(decodeBytes(seed)).toEqual({
      kind: 'text',
      encoding: 'utf-8',
      certain: true,
      text: seed.toString('utf8'),
      alternatives: [],
    })
    expect(decodeBytes(utf8('\ufeff👩‍👩‍👧 é 𝒳'))).toMatchObject({
      encoding: 'utf-8',
      certain: true,
      text: '👩‍👩‍👧 é 𝒳',
    })
    expect(decodeBytes(utf8('plain'))).toMatchObject({ encoding: 'utf-8', certain: true, text: 'plain' })
  })

  test('UTF-16 by its mark is certain, by its zeros likely', () => {
    expect(decodeBytes(utf16(`\ufeff${FRENCH}`))).toMatchObject({ encoding: 'utf-16le', certain: true, text: FRENCH })
    expect(decodeBytes(swap(utf16(`\ufeff${FRENCH}`)))).toMatchObject({
      encoding: 'utf-16be',
      certain: true,
      text: FRENCH,
    })
    expect(decodeBytes(utf16(FRENCH))).toMatchObject({ encoding: 'utf-16le', certain: false, text: FRENCH })
    expect(decodeBytes(swap(utf16(FRENCH)))).toMatchObject({ encoding: 'utf-16be', certain: false, text: FRENCH })
  })

  test('Windows-1252 with its quotation marks, Latin-1 as the alternative', () => {
    const decoded = decodeBytes(windows1252(FRENCH))
    expect(decoded).toMatchObject({ kind: 'text', encoding: 'windows-1252', certain: false, text: FRENCH })
    expect(decoded.kind === 'text' && decoded.alternatives).toContain('iso-8859-1')
  })

  test('Latin-1, Windows-1252 as the alternative', () => {
    const decoded = decodeBytes(latin1("Où est l'été ? Là, près de Noël."))
    expect(decoded).toMatchObject({ encoding: 'iso-8859-1', certain: false, text: "Où est l'été ? Là, près de Noël." })
    expect(decoded.kind === 'text' && decoded.alternatives).toContain('windows-1252')
  })

  test('UTF-8 with one broken byte is still read as that, the others offered', () => {
    const broken = Uint8Array.from([...utf8(FRENCH.repeat(5)), 0xe9, ...utf8(' fin')])
    const decoded = decodeBytes(broken)
    expect(decoded).toMatchObject({ encoding: 'utf-8', certain: false, text: `${FRENCH.repeat(5)}� fin` })
    expect(decoded.kind === 'text' && decoded.alternatives).toHaveLength(ENCODINGS.length - 1)
  })

  test('a chosen encoding is taken', () => {
    expect(decodeAs(bytesOf(0x80, 0x85, 0xe9), 'windows-1252')).toBe('€…é')
    expect(decodeAs(bytesOf(0x80, 0xe9), 'iso-8859-1')).toBe('\u0080é')
    expect(decodeAs(swap(utf16('é𝒳')), 'utf-16be')).toBe('é𝒳')
  })

  test.each([
    ['nothing', bytesOf()],
    ['a byte order mark', bytesOf(0xef, 0xbb, 0xbf)],
    ['white space', utf8(' \n\t\u00a0\n')],
  ])('%s is empty', (_, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ kind: 'empty' })
  })

  test.each([
    ['a PDF', latin1('%PDF-1.7\nwords words'), 'pdf'],
    ['a Word file', latin1('PK\u0003\u0004word/document.xml'), 'zip'],
    ['a PNG', latin1('\u0089PNG\r\n\u001a\nIHDR'), 'png'],
    ['an RTF', latin1('{\\rtf1\\ansi words}'), 'rtf'],
    ['one with zeros', bytesOf(0x61, 0, 0x62, 0x63, 0, 0, 0x64), null],
    ['one with zeros at odd places and even ones', Uint8Array.from({ length: 4096 }, (_, at) => (at * 97) % 256), null],
    ['one with many control characters', utf8('\u0001\u0002words\u0003'.repeat(9)), null],
  ])('%s is binary', (_, bytes, format) => {
    expect(decodeBytes(bytes)).toEqual({ kind: 'binary', format })
  })

  test('a few stray control characters make no binary', () => {
    expect(decodeBytes(utf8(`${'words '.repeat(100)}\f\u001b`))).toMatchObject({ kind: 'text' })
  })

  const FRENCH_SAID = 'L’été à Noël : « Le ministère de la Défense a confirmé », a déclaré l’élève – très inquiète.'
  const texts: [string, Encoding[], string][] = [
    ['French', ['windows-1252', 'macintosh', 'utf-32le', 'utf-32be'], FRENCH_SAID],
    ['French typed', ['cp850', 'macintosh', 'iso-8859-1'], "Treize soldats ont été tués à Kaboul, a déclaré l'élève."],
    [
      'Polish',
      ['windows-1250', 'iso-8859-2'],
      'Trzynastu żołnierzy zginęło w zamachu na lotnisku, poinformował rzecznik. Źródła mówią.',
    ],
    ['Czech', ['windows-1250'], 'Třináct vojáků zahynulo ve čtvrtek při útoku na letišti v Kábulu, řekl mluvčí.'],
    [
      'Russian',
      ['windows-1251', 'koi8-r', 'ibm866', 'utf-16le'],
      'Тринадцать солдат погибли в четверг при взрыве у аэропорта Кабула.',
    ],
    ['Ukrainian', ['windows-1251', 'koi8-u'], 'Тринадцять солдатів загинули в четвер під час вибуху біля аеропорту.'],
    ['Greek', ['windows-1253'], 'Δεκατρείς στρατιώτες σκοτώθηκαν την Πέμπτη σε έκρηξη στο αεροδρόμιο.'],
    ['Turkish', ['windows-1254'], 'On üç asker perşembe günü Kabil havaalanındaki saldırıda öldü, dedi sözcü.'],
    ['Hebrew', ['windows-1255'], 'שלושה עשר חיילים נהרגו ביום חמישי בפיצוץ בשדה התעופה'],
    ['Arabic', ['windows-1256'], 'أعلنت وزارة الدفاع الأمريكية مقتل ثلاثة عشر جنديا في انفجار مطار كابول'],
    [
      'Lithuanian',
      ['windows-1257'],
      'Trylika karių žuvo ketvirtadienį per sprogimą Kabulo oro uoste, pranešė atstovas.',
    ],
    [
      'Chinese',
      ['gb18030', 'utf-16le', 'utf-16be'],
      '国防部证实，机场发生的爆炸中有十三名士兵死亡，另有六十名平民遇难。',
    ],
    ['Chinese, traditional', ['big5'], '國防部證實，機場發生的爆炸中有十三名士兵死亡，另有六十名平民遇難。'],
    ['Japanese', ['shift_jis', 'euc-jp'], '国防総省は、空港で起きた爆発で十三人の兵士が死亡したと確認した。'],
    ['Korean', ['euc-kr'], '국방부는 공항에서 발생한 폭발로 병사 열세 명이 사망했다고 확인했다.'],
  ]
  test.each(
    texts.flatMap(([language, encodings, text]) => encodings.map((encoding) => [language, encoding, text] as const)),
  )('%s in %s is read, and never as certain', (_, encoding, text) => {
    const decoded = decodeBytes(Uint8Array.from(iconv.encode(text, encoding)))
    expect(decoded).toMatchObject({ kind: 'text', text, certain: false })
    expect(decoded.kind === 'text' && new Set([decoded.encoding, ...decoded.alternatives])).toEqual(new Set(ENCODINGS))
  })

  test('Spanish, which opens its questions', () => {
    const text = 'Trece soldados murieron, confirmó el señor ministro. ¿Qué pasará mañana?'
    const bytes = Uint8Array.from(iconv.encode(text, 'windows-1252'))
    expect(decodeBytes(bytes)).toMatchObject({ text, certain: false })
  })

  test('UTF-8 to which something else was put stays UTF-8, with what is damaged', () => {
    const bytes = Buffer.concat([Buffer.from(FRENCH_SAID), iconv.encode(' Une très brève dépêche.', 'latin1')])
    const decoded = decodeBytes(Uint8Array.from(bytes))
    expect(decoded).toMatchObject({ encoding: 'utf-8', certain: false })
    expect(decoded.kind === 'text' && decoded.text).toContain(FRENCH_SAID)
  })

  test('UTF-32 by its mark', () => {
    const bytes = Uint8Array.from(iconv.encode('é𝒳', 'utf-32le', { addBOM: true }))
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'utf-32le', certain: true, text: 'é𝒳' })
  })

  test('ten megabytes are read', () => {
    const [part, length] = [windows1252(FRENCH), 10 * 1024 * 1024]
    const bytes = new Uint8Array(length).map((_, at) => part[at % part.length] ?? 0)
    const decoded = decodeBytes(bytes)
    expect(decoded.kind === 'text' && decoded.encoding).toBe('windows-1252')
  })
})
