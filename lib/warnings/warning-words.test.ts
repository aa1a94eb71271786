import { describe, expect, it } from 'vitest'
import { readWarning } from '@/lib/warnings/warning-words'

const NOTHING = { audience: null, instruction: null, likelihood: null, windowVerbatim: null }

describe('what a sentence says of the warning in it', () => {
  it.each([
    [
      'les responsables américains ont émis un nouvel avertissement aux citoyens américains de rester à l’écart des portes de l’aéroport de Kaboul en cas de nouvelles attaques.',
      {
        audience: 'citoyens américains',
        instruction: 'rester à l’écart des portes de l’aéroport de Kaboul en cas de nouvelles attaques',
      },
    ],
    [
      'The embassy advised U.S. citizens to avoid traveling to the airport.',
      { audience: 'U.S. citizens', instruction: 'avoid traveling to the airport' },
    ],
    [
      'Une autre attaque est très probable dans les 24 à 36 heures.',
      { likelihood: 'très probable', windowVerbatim: 'dans les 24 à 36 heures' },
    ],
    [
      'Another attack is highly likely in the next 24 to 36 hours.',
      { likelihood: 'highly likely', windowVerbatim: 'in the next 24 to 36 hours' },
    ],
    [
      'Il a conseillé aux ressortissants de ne pas s’y rendre.',
      { audience: 'ressortissants', instruction: 'ne pas s’y rendre' },
    ],
  ])('%s', (sentence, said) => expect(readWarning(sentence)).toEqual({ ...NOTHING, ...said }))

  it('says nothing where it makes nothing out', () => {
    expect(readWarning('Un ancien responsable a averti que ISIS-K complotait.')).toEqual(NOTHING)
    expect(readWarning('')).toEqual(NOTHING)
  })
})
