import { describe, expect, test } from 'vitest'
import { proposeChains } from '@/lib/attributions/propose'
import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'

/** Who is proposed for these words of a text, from the article outwards: the words of each source, or its name where a pronoun stands. */
function speakers(text: string, passage: string, language: string) {
  const start = codePointLength(text.slice(0, text.indexOf(passage)))
  const [chain] = proposeChains(text, language, [{ start, end: start + codePointLength(passage) }])
  return chain?.hops.map(({ sourceWords, voice }) =>
    sourceWords ? sliceCodePoints(text, sourceWords.start, sourceWords.end) : `(${voice.name})`,
  )
}
/** The words in square brackets are the passage. */
function read(marked: string, language: string) {
  const text = marked.replace(/[[\]]/g, '')
  const passage = /\[([^\]]*)\]/.exec(marked)?.[1] ?? text
  return speakers(text, passage, language) ?? null
}

type Case = [marked: string, expected: string[] | null]
const inLanguage = (language: string, cases: readonly Case[]) =>
  test.each(cases)(`${language}: %s`, (marked, expected) => expect(read(marked, language)).toEqual(expected))

describe('the words for who says it are part of the passage', () => {
  inLanguage('en', [
    ['[The mayor said ten people died.]', ['The mayor']],
    ['[Ten people died, the mayor said.]', ['the mayor']],
    ['[According to the harbour office, ten boats sank.]', ['the harbour office']],
    ['[The mayor said the army believes that ten people died.]', ['The mayor', 'the army']],
  ])
  inLanguage('fr', [
    ['[Selon la police, dix personnes sont mortes.]', ['la police']],
    ['[Dix personnes sont mortes, a annoncé la police.]', ['la police']],
    ['[Le maire affirme que dix maisons ont brûlé.]', ['Le maire']],
    ['[Dix maisons ont brûlé dans la nuit de lundi.]', []],
  ])
})

describe('words between the verb and who speaks', () => {
  inLanguage('fr', [
    ['[Le pont est fermé], a annoncé jeudi le ministère.', ['le ministère']],
    ['[Le pont est fermé], a ajouté pour sa part Ann Roy.', ['Ann Roy']],
    ['[Le pont est fermé], a indiqué à l’AFP un responsable.', ['l’AFP', 'un responsable']],
    ['[Le pont est fermé], a en effet annoncé le préfet.', ['le préfet']],
    ['[Le pont est fermé], a-t-on appris de source médicale.', ['source médicale']],
    ['[Le pont est fermé], a fait savoir la mairie.', ['la mairie']],
    ['[Le pont est fermé] (source : mairie de Lens).', ['mairie de Lens']],
  ])
  inLanguage('en', [
    ['The mayor reportedly said that [the bridge is closed].', ['The mayor']],
    ['[The bridge is closed], the Pentagon said, and nobody may pass.', ['the Pentagon']],
    ['Ann Lee said Tuesday that [the bridge is closed].', ['Ann Lee']],
    ['[The bridge is closed], Ann Lee said Tuesday.', ['Ann Lee']],
  ])
})

describe('verbs of saying', () => {
  inLanguage('en', [
    ['Ann Lee pointed out that [the bridge is closed].', ['Ann Lee']],
    ['Ann Lee had told the council that [the bridge is closed].', ['Ann Lee']],
    ['Critics argue that [the bridge is useless].', ['Critics']],
    ['The company withdrew, saying [the bridge was not safe].', ['The company']],
    ['The mayor praised the rescuers and said that [the bridge is closed].', ['The mayor']],
  ])
  inLanguage('fr', [
    ['Ann Roy constate que [le pont est fermé].', ['Ann Roy']],
    ['« [Le pont est fermé] », répond Ann Roy.', ['Ann Roy']],
    ['La société s’est retirée, affirmant que [le pont n’était pas sûr].', ['La société']],
    ['Le préfet devait reconnaître que [le pont était fermé].', ['Le préfet']],
    ['« [Le pont est fermé] », a tweeté le préfet.', ['le préfet']],
  ])
})

describe('quotations', () => {
  inLanguage('en', [
    ['“[The bridge is closed]. Nobody may pass. It will take weeks,” Ann Lee said.', ['Ann Lee']],
    ['“The bridge is closed,” Ann Lee said. “[Nobody may pass.]”', ['Ann Lee']],
    ['“[The bridge is closed].\n\n“Nobody may pass,” Ann Lee said.', ['Ann Lee']],
    ['Ann Lee said: ‘[The bridge is closed].’', ['Ann Lee']],
    ['Tom Hall said he was glad. Ann Lee disagreed. She said that [the bridge is closed].', ['(Ann Lee)']],
  ])
  inLanguage('fr', [
    ['Le maire, Jean Roy, a parlé. Il a poursuivi :\n\n« [Le pont est fermé.] »\n\n« Nul ne passe. »', ['(Jean Roy)']],
    ['« [Le pont est fermé]. Nul ne passe. Cela prendra des semaines », a déclaré Ann Roy.', ['Ann Roy']],
  ])
})

describe('the words for who speaks are whole, and no more', () => {
  inLanguage('en', [
    ['Ann Lee, 59, of Ely, Md., said [the bridge is closed].', ['Ann Lee, 59, of Ely, Md.']],
    ['Tens of thousands are homeless, and officials say [it could take weeks].', ['officials']],
    ['Someone who said that [the bridge is closed] went home.', ['Someone']],
  ])
  inLanguage('fr', [
    ['Selon la légende [elle a été fondée par un évêque].', ['la légende']],
    ['C’est une affaire dans laquelle la cour a estimé que [le pont était dangereux].', ['la cour']],
    ['Avant le vote, un ancien banquier avait expliqué au juge que [le pont était fermé].', ['un ancien banquier']],
    ['Comme le souligne Ann Roy, [le pont est fermé].', ['Ann Roy']],
  ])
})

describe('through whom it came', () => {
  inLanguage('en', [
    ['“[The bridge is closed],” Ann Lee told Reuters.', ['Reuters', 'Ann Lee']],
    ['Ann Lee told the council that [the bridge is closed].', ['Ann Lee']],
  ])
  inLanguage('fr', [
    ['[Le pont est fermé], a indiqué à l’AFP Ann Roy.', ['l’AFP', 'Ann Roy']],
    ['Ann Roy a déclaré à Reuters que [le pont est fermé].', ['Reuters', 'Ann Roy']],
    ['Selon Tolo, Zabihullah Mujahid a déclaré que [le pont est fermé].', ['Tolo', 'Zabihullah Mujahid']],
  ])
})

describe('nobody is taken for a speaker', () => {
  inLanguage('en', [
    ['[The United States sent ten boats.]', []],
    ['[Up from the 12 dead, the toll is now 20.]', []],
    ['[The report claims stand on page ten.]', []],
  ])
  inLanguage('fr', [
    ['[Les prix varient selon la saison.]', []],
    ['[Le juge a quitté la salle avec une note.]', []],
    ['L’idée selon laquelle [le pont est fermé] circule.', []],
  ])
  inLanguage('de', [['„[Die Brücke ist geschlossen]“, sagte der Bürgermeister.', null]])
  inLanguage('es', [['«[El puente está cerrado]», dijo el alcalde.', null]])
  inLanguage('ar', [['قال الوزير إن [الجسر مغلق] اليوم.', []]])
})
