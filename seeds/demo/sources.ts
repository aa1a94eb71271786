import type { Ctx } from '@/lib/context'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import type { SourceKind } from '@/prisma/generated/enums'
import { once } from '@/seeds/builders'

type DemoVoice = {
  kind: Exclude<SourceKind, 'CONFIDENTIAL'>
  name: string
  aliases?: string[]
  role?: string
  parent?: string
}

// Only voices that the two texts themselves name or speak of, in their words.
const VOICES = {
  rt: { kind: 'OUTLET', name: 'RT' },
  wion: { kind: 'OUTLET', name: 'WION' },
  maloof: { kind: 'PERSON', name: 'Michael Maloof', aliases: ['M. Maloof'], role: 'ancien responsable du Pentagone' },
  talibans: { kind: 'ORGANISATION', name: 'Talibans', aliases: ['les talibans'] },
  mujahid: { kind: 'PERSON', name: 'Zabihullah Mujahid', role: 'porte-parole des talibans', parent: 'talibans' },
  mallick: { kind: 'PERSON', name: 'Anas Mallick', aliases: ['M. Mallick'], role: 'journaliste sur le terrain' },
  usIntelligence: {
    kind: 'ORGANISATION',
    name: 'Services de renseignement américains',
    aliases: ['les services de renseignement américains'],
  },
  report: { kind: 'DOCUMENT', name: 'Rapport des services de renseignement américains', parent: 'usIntelligence' },
  journalists: { kind: 'UNNAMED_IN_TEXT', name: 'Journalistes occidentaux', role: 'journalistes occidentaux' },
  foreignIntelligence: { kind: 'UNNAMED_IN_TEXT', name: 'Un renseignement étranger' },
  usOfficials: { kind: 'UNNAMED_IN_TEXT', name: 'Responsables américains', role: 'responsables américains' },
  usArmy: { kind: 'ORGANISATION', name: 'Armée américaine', aliases: ['l’armée américaine'] },
  ministry: { kind: 'ORGANISATION', name: 'Ministère de la Défense', aliases: ['le ministère de la Défense'] },
} as const satisfies Record<string, DemoVoice>

export type VoiceKey = keyof typeof VOICES

/** Adds the voices of the two articles; answers their ids. */
export async function addVoices(ctx: Ctx): Promise<Record<VoiceKey, string>> {
  const ids: Record<string, string> = {}
  for (const [key, voice] of Object.entries<DemoVoice>(VOICES)) {
    const { id } = await addSource(ctx, {
      ...once(),
      id: newId(),
      kind: voice.kind,
      name: voice.name,
      aliases: voice.aliases ?? [],
      role: voice.role ?? null,
      parentId: voice.parent ? (ids[voice.parent] ?? null) : null,
      url: null,
    })
    ids[key] = id
  }
  // Every key of VOICES has been given its id just above.
  return ids as Record<VoiceKey, string>
}
