import { francAll } from 'franc-min'

// ISO 639-3 as the detector names them, to the two letters of ISO 639-1; those without two letters are left out.
const TWO_LETTERS: Partial<Record<string, string>> = {
  ...{ fra: 'fr', eng: 'en', spa: 'es', por: 'pt', ita: 'it', deu: 'de', nld: 'nl', ron: 'ro', swe: 'sv', pol: 'pl' },
  ...{ ces: 'cs', hun: 'hu', hrv: 'hr', bos: 'bs', srp: 'sr', tur: 'tr', azj: 'az', uzn: 'uz', vie: 'vi', ind: 'id' },
  ...{ zlm: 'ms', jav: 'jv', sun: 'su', tgl: 'tl', swh: 'sw', hau: 'ha', yor: 'yo', ibo: 'ig', zul: 'zu', som: 'so' },
  ...{ run: 'rn', kin: 'rw', nya: 'ny', lin: 'ln', plt: 'mg', rus: 'ru', ukr: 'uk', bel: 'be', bul: 'bg', kaz: 'kk' },
  ...{ arb: 'ar', urd: 'ur', pes: 'fa', pbu: 'ps', hin: 'hi', mar: 'mr', npi: 'ne', ben: 'bn', tel: 'te', tam: 'ta' },
  ...{ guj: 'gu', kan: 'kn', mal: 'ml', mya: 'my', pan: 'pa', amh: 'am', tha: 'th', sin: 'si', ell: 'el', jpn: 'ja' },
  ...{ kor: 'ko', cmn: 'zh' },
}

// The longer a sample the closer all languages seem, so short ones vote, taken from all over the text.
const SAMPLE = 150
const MOST_SAMPLES = 15
const FEWEST_LETTERS = 20
const LEAST_LEAD = 0.05
const LEAST_SHARE = 0.6

// Words that stand in nearly every sentence of one language and in none of its neighbours': where there are many of them, and none of the
// other's, nothing has to be weighed. The detector of letters takes ten milliseconds a text.
const COMMON = {
  fr: new Set(
    'et les des du une est pour qui dans par pas au aux sur avec sont ce cette il elle ont été leur nous mais'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to that was with from have has are is it his by they this which were been not their an'.split(' '),
  ),
}
const SLICES = 12
const SLICE = 400
const FEWEST_WORDS = 40
const FEWEST_DIFFERENT = 6
const CLEAR_SHARE = 0.1
const OTHERS_SHARE = 0.02

/** French or English where words alone tell, in slices from all over the text; else null. */
function byCommonWords(text: string): 'fr' | 'en' | null {
  const stride = Math.max(SLICE, text.length / SLICES)
  const slices = Array.from({ length: Math.min(SLICES, Math.ceil(text.length / stride)) }, (_, at) =>
    text.slice(Math.floor(at * stride), Math.floor(at * stride) + SLICE),
  )
  const words =
    slices
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  if (words.length < FEWEST_WORDS) return null
  const found = (language: 'fr' | 'en') => words.filter((word) => COMMON[language].has(word))
  const isClear = (own: readonly string[], other: readonly string[]) =>
    own.length >= words.length * CLEAR_SHARE &&
    new Set(own).size >= FEWEST_DIFFERENT &&
    other.length <= words.length * OTHERS_SHARE
  const [fr, en] = [found('fr'), found('en')]
  if (isClear(fr, en)) return 'fr'
  return isClear(en, fr) ? 'en' : null
}

/** True where Latin letters and others stand beside each other, neither much more often: the detector would weigh one side alone. */
function isOfTwoScripts(sample: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  return Math.max(latin, letters - latin) < letters * LEAST_SHARE
}

function vote(sample: string): string | null {
  if (isOfTwoScripts(sample)) return null
  const [first, second] = francAll(sample)
  if (!first || first[0] === 'und') return null
  return 1 - (second?.[1] ?? 0) >= LEAST_LEAD ? first[0] : null
}

/** The language in which a text is written, as ISO 639-1 (`fr`, `en`, …); null when it is too short or not clear. */
export function detectLanguage(text: string): string | null {
  const letters = text.slice(0, 2000).match(/\p{L}/gu)?.length ?? 0
  const isDense = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text)
  if (letters < (isDense ? FEWEST_LETTERS / 2 : FEWEST_LETTERS)) return null
  const clear = byCommonWords(text)
  if (clear) return clear
  const samples = Math.min(MOST_SAMPLES, Math.ceil(text.length / SAMPLE))
  const stride = text.length / samples
  const votes = Array.from({ length: samples }, (_, at) => {
    const from = Math.floor(at * stride)
    return vote(text.slice(from, from + SAMPLE))
  }).filter((language) => language !== null)
  const counts = new Map<string, number>()
  for (const language of votes) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [winner, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  if (!winner || !count || count < samples * LEAST_SHARE) return null
  return TWO_LETTERS[winner] ?? null
}
