import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePointLength, sliceCodePoints } from './code-points'
import { normaliseText } from './normalise'
import { sentenceAround, sentencesOf } from './sentences'

const split = (text: string, language = 'fr') =>
  sentencesOf(text, language).map(({ start, end }) => sliceCodePoints(text, start, end))

const seed = (name: string) =>
  normaliseText(readFileSync(new URL(`../../seeds/articles/${name}.txt`, import.meta.url), 'utf8'))

describe('sentences of the seeds', () => {
  test('the first: each as a reader would cut it', () => {
    const sentences = split(seed('000_a56745d9376cc117'))
    expect(sentences.map((sentence) => `${sentence.slice(0, 24)}|${sentence.slice(-16)}`)).toMatchInlineSnapshot(`
      [
        "date 2021-08 in|date 2021-08 in",
        "Un ancien responsable du|e l’Afghanistan.",
        "S’adressant à RT, Michae|al Hamid Karzai.",
        "Le nombre de morts de l’|mi les victimes.",
        "L’attaque de l’aéroport | en Afghanistan.",
        "On pense que les ennemis|e contre ISIS-K.",
        "M. Maloof a déclaré à pr|mique travaille.",
        "“Ils veulent dire aux ta|t responsables.”",
        "L’ancien responsable du |’Etat islamique.",
        "Ils ne s’aiment pas.|ne s’aiment pas.",
        "“ISIS dit aux talibans ‘|nous le faisons.",
        "Nous dirigeons ce pays, |erons bientôt’.”",
        "“Les talibans seront inc|rêts américains.",
        "« Les talibans sont plus|’Etat islamique.",
        "Les talibans ont besoin | reconnaissance.",
        "ISIS-K est le plus extrê| en Afghanistan.",
        "Le K signifie « Khorasan|n d’aujourd’hui.",
        "Ils ont précédemment acc| les États-Unis.",
        "Les militants de l’Etat |rnement taliban.",
        "La semaine dernière, le |e l’Afghanistan.",
        "“Nous ne permettrons à p|tan contre eux.”",
      ]
    `)
  })

  test('the second: "Selon M. Mallick, …" is one', () => {
    const sentences = split(seed('004_b86df3bf2438e070'))
    expect(sentences.map((sentence) => `${sentence.slice(0, 24)}|${sentence.slice(-16)}`)).toMatchInlineSnapshot(`
      [
        "date 2021-08 in|date 2021-08 in",
        "Sept terroristes de l’Et|ment américains.",
        "Cela survient alors que |velles attaques.",
        "Anas Mallick, journalist| et l’aéroport”.",
        "Selon M. Mallick, les se|oport de Kaboul.",
        "Il a déclaré aux téléspe|c des attentats.",
        "“Là où je suis est génér|nt eu un impact.",
        "“Il y a une menace immin|enace imminente.",
        "Nous avons vu une menace| sont en fuite.”",
        "JUST IN: Les dirigeants |de l’Afghanistan",
        "Il a poursuivi : “Ils on|entre de Kaboul.",
        "Ils sont susceptibles de|s ou l’aéroport.",
        "“Les services de renseig|heures à peine.”",
        "L’avertissement de menac| de l’aéroport.”",
        "Plus tôt dans la journée|s l’est du pays.",
        "ISIS-K est le plus extrê| en Afghanistan.",
        "La grève de l’aéroport i|rôle ce mois-ci.",
        "Toutes les forces étrang|endrier convenu.",
        "Le ministère de la Défen|oport de Kaboul.",
        "Le reste des 1 000 solda|urs du week-end.",
      ]
    `)
    expect(sentences).toContain(
      'Selon M. Mallick, les services de renseignement américains affirment que sept terroristes de l’Etat islamique sont en fuite après l’attaque de l’aéroport de Kaboul.',
    )
  })
})

// Each line is a text; its sentences are separated by a bar.
const FRENCH = [
  'MM. Blinken et Austin, Mme Parly et Mlle. Roy sont là.|Le Dr. Khan aussi.',
  'Il dit : « Je pars. »|Puis il part.',
  'Il dit : «\u00a0Je pars.\u00a0»|Puis il part.',
  'Il dit : “Je pars.”|“Moi aussi.”',
  'Ils crient ‘Partez !’”|Elle reste.',
  '« Vraiment ? » demanda-t-il.|« Oui ! », dit-elle.',
  'Voir l’art. 5, al. 2, et p. 12 (cf. Annexe).|Le no. 7 suit.',
  'Des armes, des munitions, etc.|Il en reste.',
  'J.-Y. Le Drian a parlé.|J. K. Rowling et M. A. Massoud aussi.',
  'Il hésite…|Puis il part.',
  'Le président […] Biden a parlé.|Fin.',
  'Il mesure 2 m.|Il est grand.',
  'Né en 44 av. J.-C. à Rome.|Mort après.',
  '1. Le premier point.|2. Le second.',
  'C’est le groupe K.|Il est petit.',
  'Il a 3,5 millions.|Vrai !?|Oui.',
  'Fin du texte.|(Voir M. Roy.)|Suite.',
  'L’attentat a eu lieu jeudi soir.|13 soldats sont morts sur place.|60 civils aussi ont péri.|Selon le ministère, la route est coupée.',
  '« Nous partons. »|13 soldats restent.|« 60 civils attendent. »|(20 autres aussi.)|– 13 soldats sont morts.|– 60 civils aussi.',
  'Le bilan est lourd (voir ci-dessus.)|1 500 personnes sont sans abri.|3,5 millions d’euros manquent.|+13 % en un an.',
  'Voir n° 13, no. 13, p. 13, pp. 13 à 15, art. 49, al. 2, fig. 3, vol. 2, chap. 4, éd. 3 et tél. 01 23.|13 soldats sont morts.',
  'Le Dr. 13, St. 5, env. 13 soldats, av. 13 h, vs. 13, cf. 13.|Fin.',
  'Le 13 janv. 2021, le lun. 13, janv. 13, déc. 13 et le 26. 8. 2021 à 3.5 km.|60 civils attendent.',
  'Cela a duré 13 min.|60 civils attendent.|Il est 18 h.|13 soldats arrivent à 18h50.|Il a lu l’article 13.|5 soldats restent.',
  'Il vit au bord de la mer.|13 soldats aussi.|Des armes, etc.|13 soldats les gardent.',
  'Le commandant de l’U.S. 5th Fleet et 13 soldats.|Fin.',
]
const ENGLISH = [
  'Mr. Smith met Gen. McKenzie, Lt. Col. Jones and Sen. Graham.|Mrs. May left.',
  'The U.S. Army and U.N. Secretary-General left.|They were in the U.S.|The rest stayed.',
  'He left at 5 a.m. on Monday.|It began at 6 p.m.|The end.',
  'Use aids, e.g. Oil, i.e. Fat.|Done.',
  'He said “No.”|No.|No. 7 is alive.',
  '“I left,” he said.|“Why?” she asked.|"Because."|Then silence.',
  'On Aug. 26 and Sept. 11 it rained.|It stopped.',
  'Acme Inc. Chairman A. B. Lee spoke.|He works at Acme Inc.|He is old.',
  'The attack came on Thursday evening.|13 soldiers died on the spot.|60 civilians too.|$3 million is missing.',
  'See No. 13, p. 13, pp. 13-15, art. 49, fig. 3, vol. 2, sect. 4, ch. 5, ver. 2 and Hwy. 66.|13 soldiers died.',
  'On Jan. 13, Sept. 11, Thurs. 13 and Dec. 2021 it rained 3.5 inches.|60 stayed at St. 5 and with Gen. 3.',
  'He left at 5 p.m. 13 soldiers stayed.|They sat in the sun.|13 people slept.',
  '“We leave.”|13 soldiers stayed.|(“60 wait.”)|Why?|13 reasons.',
]

describe('where sentences end', () => {
  test.each(FRENCH)('%s', (line) => {
    expect(split(line.replaceAll('|', ' '))).toEqual(line.split('|'))
  })
  test.each(ENGLISH)('%s', (line) => {
    expect(split(line.replaceAll('|', ' '), 'en')).toEqual(line.split('|'))
  })

  test('a heading’s line ends a sentence, a wrapped line does not', () => {
    expect(split('KABOUL\nLe président a parlé.\nIl est parti.')).toEqual([
      'KABOUL',
      'Le président a parlé.',
      'Il est parti.',
    ])
    const wrapped = 'Le nombre de morts de l’attaque de\nKaboul est passé à 170, selon M.\nMaloof.'
    expect(split(wrapped)).toEqual([wrapped])
  })

  test.each([
    [
      'ar',
      'أعلنت الوزارة مقتل 13 جنديا. هل قال سمير ذلك؟ نعم! وأضافت وكالة (AFP) أن 60 مدنيا قتلوا.',
      ['قتل 13 جنديا.', 'ذلك؟', 'نعم!', 'قتلوا.'],
    ],
    ['ur', 'وزارت نے تصدیق کی۔ تیرہ فوجی ہلاک ہوئے۔', ['کی۔', 'ہوئے۔']],
    ['he', 'משרד הביטחון אישר. האם הוא בא? כן.', ['אישר.', 'בא?', 'כן.']],
    ['zh', '国防部证实！机场。“好的。”他说。十三名？', ['证实！', '机场。', '“好的。”', '他说。', '十三名？']],
    ['ja', '「はい。」と彼は言った。国防省は確認した。', ['と彼は言った。', '確認した。']],
    ['hi', 'मंत्रालय ने कहा। वह गया।', ['कहा।', 'गया।']],
    [
      'th',
      'กระทรวงกลาโหมยืนยันเมื่อวันศุกร์ว่าทหารสิบสามนายเสียชีวิต ในเหตุระเบิด ใกล้สนามบินและพลเรือนหกสิบคนเสียชีวิตด้วย',
      ['เสียชีวิต', 'เสียชีวิตด้วย'],
    ],
  ])('in %s', (language, text, ends) => {
    for (const each of [split(text, language), split(text, '')])
      expect(each.map((sentence, at) => sentence.endsWith(ends[at] ?? '?'))).toEqual(ends.map(() => true))
  })

  test('the lines of a list are sentences, a clause between dashes is none', () => {
    const list = [
      'Le bilan est le suivant, selon le ministère :',
      '- 13 soldats américains ;',
      '- soixante civils',
      '– Treize talibans',
    ]
    expect(split(list.join('\n'))).toEqual(list)
    const wrapped = 'Les soldats qui tenaient la porte nord\n– treize selon le ministère –\nsont morts.'
    expect(split(wrapped)).toEqual([wrapped])
  })

  test('an unknown language is no obstacle', () => {
    expect(split('Un. Deux.', 'not a tag')).toEqual(['Un.', 'Deux.'])
    expect(sentencesOf('', null)).toEqual([])
  })

  test('they cover everything but white space, in order', () => {
    const unit = fc.constantFrom('M. ', 'a', 'B', '. ', '.', '! ', '… ', '” ', '« ', '\n', '\n\n', '😀', ' ', '“')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(split(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        for (const sentence of split(text)) expect(sentence.trim()).toBe(sentence)
      }),
    )
  })

  test('a paragraph of 300,000 characters takes no longer than its share', () => {
    const text = 'M. Maloof a déclaré à RT que la menace est là. '.repeat(6500)
    expect(sentencesOf(text, 'fr')).toHaveLength(6500)
  })
})

describe('the sentence around a selection', () => {
  const text = 'Un 😀 début. Selon M. Mallick, sept hommes fuient. Fin.\n\nAutre.'
  const around = (words: string) => {
    const start = codePointLength(text.slice(0, text.indexOf(words)))
    const range = sentenceAround(text, start, start + codePointLength(words), 'fr')
    return range && sliceCodePoints(text, range.start, range.end)
  }

  test('is all sentences that it touches', () => {
    expect(around('sept')).toBe('Selon M. Mallick, sept hommes fuient.')
    expect(around('fuient. F')).toBe('Selon M. Mallick, sept hommes fuient. Fin.')
    expect(around('Fin.\n\nAut')).toBe('Fin.\n\nAutre.')
    expect(around('\n\n')).toBeNull()
    expect(sentenceAround(text, 4, 4, 'fr')).toEqual({ start: 0, end: 11 })
  })
})
