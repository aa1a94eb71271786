const NOT_A_VOICE =
  /^(?:|y|nous|je|j|j['’]|vous|tu|we|i|you|it|this|that|these|those|which|there|ce|c['’]|cela|ça|ceci|c|qui|quoi|dont|o[uù]|autrement|comme|what|as|à|de|pour|to|by|par|et|and|ne|se|s|sont|est|was|were|been|be|is|are|nobody|no one|personne|everyone|everybody|tout le monde|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|yesterday|today|aujourd['’]hui|\d+)$/iu
const NO_SOURCE =
  /^(?:un |une |le |la |ce |cette |son |sa |a |an |the |its |his |her |les |l['’])?(?:calendrier|plan|accord|programme|lois?|tradition|usage|cas|besoins?|schedule|timetable|plan|agreement|laws?|idée|idea|fait|fact|conditions?|age|âge|taille|size|type|nombre|number|moment|circonstances|circumstances|critères?|criteria|principe|principle|règles?|rules|heure|jours?|années?|formule|façon|manière|way|contrat|contract|coutume|custom|goûts?|taste|moyens|means|modalités|terms|rythme|méthode|method|préférences?|habitude|recette|recipe|proportion|degré|degree|niveau|level|sens|point|choix|choice|period|période|saison|season)(?![\p{L}])/iu

/** Whether words can name somebody who speaks: no bare pronoun, no day, nothing without a letter. */
export const isVoice = (words: string): boolean =>
  words.length <= 300 &&
  /[\p{L}]/u.test(words) &&
  !NOT_A_VOICE.test(words.trim()) &&
  !/^(?:qui|who|which)(?![\p{L}])/iu.test(words)

/** What things accord with, and nobody says: "selon un calendrier", "according to plan". */
export const isNoSource = (words: string): boolean => NO_SOURCE.test(words.slice(0, 80))
