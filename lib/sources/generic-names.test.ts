import { expect, test } from 'vitest'
import { isGenericName } from '@/lib/sources/generic-names'

test.each([
  'Ministère de la Défense',
  'ministère de l’Intérieur',
  'La police',
  'Gouvernement',
  'The army',
  'Ministry of Defence',
  'Services de renseignement',
  'État-major des armées',
  'Foreign Ministry',
])('"%s" does not say of which country', (name) => expect(isGenericName(name)).toBe(true))

test.each([
  'Ministère russe de la Défense',
  'Police de Kaboul',
  'Gouvernement afghan',
  'U.S. Army',
  'Pentagone',
  'Reuters',
  'Ministry of Defence of Ukraine',
  '',
])('"%s" does, or is a name of its own', (name) => expect(isGenericName(name)).toBe(false))
