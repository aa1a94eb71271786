import { describe, expect, test } from 'vitest'
import { readVoice, voiceIn } from '@/lib/attributions/voice-words'

const kindOf = (words: string) => readVoice(words, null)?.voice.kind

describe('persons', () => {
  test.each([
    'Jan van der Berg',
    'van der Berg',
    'al-Karimi',
    'Hamid al-Karimi',
    'Abd el-Fattah as-Sisi',
    'Ludwig van Beethoven',
    'Ursula von der Leyen',
    'Charles de Gaulle',
    'Jean d’Ormesson',
    'María de los Ángeles Pérez y Gómez',
    'Mohammed bin Salman',
    'Leonardo da Vinci',
    'Isabel dos Santos',
    'Bas van ’t Wout',
    'Mohamed Ould Abdel Aziz',
    'Frank McKenzie Jr.',
    'Ruth bat Miriam',
    'Siti binti Ahmad',
  ])('%s', (name) => expect(readVoice(name, null)?.voice).toMatchObject({ kind: 'PERSON', name }))

  test('behind their office or title, whose words are no part of the name', () => {
    expect(readVoice('le général Jan van der Berg', null)?.voice).toMatchObject({
      ...{ kind: 'PERSON', name: 'Jan van der Berg', role: 'général' },
    })
    expect(readVoice('M. van der Berg', null)?.voice).toMatchObject({ kind: 'PERSON', name: 'van der Berg' })
    expect(readVoice('M. al-Karimi', null)?.voice).toMatchObject({ kind: 'PERSON', name: 'al-Karimi' })
  })

  test('a full name with particles is found for the family name', () => {
    const text = 'Jan van der Berg, maire de la ville, l’a vu. M. Berg le répète. Hamid al-Karimi, médecin, aussi.'
    expect(voiceIn(text, 'M. Berg', null)?.voice.name).toBe('Jan van der Berg')
    expect(voiceIn(text, 'M. al-Karimi', null)?.voice.name).toBe('Hamid al-Karimi')
  })
})

describe('organisations, however their names are joined', () => {
  test.each(['Banque de France', 'al-Qaida', 'al-Chabab', 'Croix-Rouge de Kaboul', 'Conseil de Sécurité', 'l’Élysée'])(
    '%s',
    (name) => expect(kindOf(name)).toBe('ORGANISATION'),
  )

  test('nobody is named by "of" somebody', () => {
    expect(kindOf('un responsable d’Human Rights Watch')).toBe('UNNAMED_IN_TEXT')
    expect(kindOf('le gouvernement d’Israël')).toBe('ORGANISATION')
  })
})
