import { expect, test } from 'vitest'
import { lookAlikeRefusals, nameSkeleton } from './look-alike'

test.each([
  ['the very name', 'Camille Durand'],
  ['case, spaces and accents', 'camille  DURÁND'],
  ['Cyrillic letters', 'Саmillе Durаnd'],
  ['Greek letters', 'Cαmille Durαnd'],
  ['full-width letters', 'Ｃａｍｉｌｌｅ Durand'],
  ['mathematical letters', '𝐂amille Durand'],
  ['digits', 'Cami11e Durand'],
  ['a capital I for an l', 'CamiIle Durand'],
  ['hyphens and full stops', 'Camille-Durand.'],
  ['what nobody sees', 'Cam\u200bille\u00ad Durand'],
])('a name that imitates by %s is refused', (_, name) => {
  expect(lookAlikeRefusals(name, ['Omar Haddad', 'Camille Durand'])).toEqual([
    { key: 'auth.nameTaken', path: 'name', values: { name: 'Camille Durand' } },
  ])
})

test('other names are free, in any script', () => {
  const others = ['Camille Durand', 'Camille Durant', '王伟', 'علی رضا', 'Анна Петрова']
  for (const name of ['Camille Durand (sport)', 'Camila Durand', '王芳', 'علی', 'Анна Петрович'])
    expect(lookAlikeRefusals(name, others), name).toEqual([])
  expect(nameSkeleton('Fernand')).toBe(nameSkeleton('Femand'))
})

// Of these some are read as the colleague's name, others are only written so that they might: both are refused.
test.each([
  ...[
    'Cӏaire',
    'Cꓲaire',
    'ᏟLAIRE',
    'Clаire',
    'Clաire',
    'Ⲥlaire',
    'C𐌉aire',
    '𐐕laire',
    'Claiʀe',
    'Cłaire',
    'Cוaire',
    'Cاaire',
  ],
  ...[
    'Cߊaire',
    'Cⵏaire',
    'C!aire',
    'C|aire',
    'Claire!',
    'Cǀaire',
    'Cl@ire',
    'Cᴌaire',
    'Claiɾe',
    'Cⅼaire',
    'ꓚꓡꓮꓲꓣꓰ',
    'C1aire',
  ],
  ...['CӀaire', 'С1аіге', 'Cl۱aire', 'Clai\u0333re', 'Cl\u2060aire', 'Claire 🙂'],
])('%s is not free where Claire works', (name) => {
  expect(lookAlikeRefusals(name, ['Omar Haddad', 'Claire'])).toHaveLength(1)
})

test.each(['🙂🙂', '---', '2026', '\u3164', '…'])('%j is no name: there is no letter in it', (name) => {
  expect(lookAlikeRefusals(name, ['🙂'])).toHaveLength(1)
})

test.each([
  ...[
    'O’Connor',
    "Mary O'Neil",
    'Zoë Müller',
    'Łukasz Wójcik',
    'Nguyễn Thị Hương',
    'Đặng Văn',
    'Jean-Luc d’Aubigné',
    'J. R. (sport)',
  ],
  ...[
    '王小明',
    '山田 たろう',
    '김철수',
    '佐々木 ゲンジ',
    'محمد بن سلمان',
    'علی\u200cرضا',
    'דוד כהן',
    'Анна Петрова-Ковальчук',
    'Ґалаґан',
    'Γιώργος',
  ],
  ...[
    'Արամ Խաչատրյան',
    'გიორგი',
    'राम शर्मा',
    'রবীন্দ্রনাথ',
    'ਸਿੰਘ',
    'தமிழ்',
    'తెలుగు',
    'ಕನ್ನಡ',
    'മലയാളം',
    'සිංහල',
    'สมชาย',
    'ລາວ',
    'မြန်မာ',
  ],
  ...[
    'አበበ',
    'ខ្មែរ',
    'བསྟན་འཛིན',
    'Ŋgũgĩ wa Thiong’o',
    'Gbɛ́ Kɔ̀ffí',
    'Şükrü İnönü',
    'Hawaiʻi Kaʻana',
    'Sigurður Þórsson',
    'Wang (王)',
    'Editor 2',
  ],
])('%s is a name', (name) => {
  expect(lookAlikeRefusals(name, ['Claire', 'रीमा'])).toEqual([])
})

test('signs that stand for vowels are letters: other names stay other ones', () => {
  expect(lookAlikeRefusals('रीमा', ['राम'])).toEqual([])
  expect(lookAlikeRefusals('ΗΕΝΟΝ', ['Henon'])).toHaveLength(1)
})
