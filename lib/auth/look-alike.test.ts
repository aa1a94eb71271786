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
