import { SourceKind } from '@/prisma/generated/enums'

const ARTICLE = /^(?:the|an?|some|several|certain|many)\s/iu
// Institutions whose name ends in, or goes on with "of" behind, one of these take "the": "the Ministry of Defence", "the U.S. Army".
const BODY =
  /(?:^|\s)(?:administration|agency|air force|alliance|ambassador|army|assembly|authority|bank|board|brigade|bureau|cabinet|chamber|coalition|coast guard|commission|committee|congress|consulate|council|court|department|embassy|federation|foundation|government|guard|house|institute|intelligence service|knesset|league|marines?|military|ministry|mission|monarchy|movement|nations|navy|observatory|office|organi[sz]ation|parliament|party|presidency|prosecutor|red crescent|red cross|secretariat|senate|service|taliban|treasury|union|vatican|white house|world bank)(?:$|\sof\s|\sfor\s)/iu
const PROPER =
  /^(?:pentagon|kremlin|vatican|élysée|elysee|taliban|bundestag|duma|houthis|un|eu|fbi|cia|nsa|imf|who|iaea|icc|icrc|united (?:states|kingdom|nations|arab emirates)|u\.s\.|u\.k\.|u\.n\.|netherlands|philippines)$/iu
const ONE_PERSON =
  /(?:^|\s)(?:adviser|advisor|aide|analyst|commander|correspondent|diplomat|doctor|employee|expert|fighter|general|journalist|lawyer|leader|mayor|minister|officer|official|photographer|police officer|reporter|representative|resident|soldier|source|spokesman|spokesperson|spokeswoman|survivor|witness)(?:$|\s(?:at|close|familiar|for|from|in|of|on|who|with)\s)/iu

const lowerFirst = (text: string) =>
  // "US official", "U.S. official" keep their capitals.
  /^\p{Lu}(?:\p{Lu}|\.)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

const ADJECTIVE = /^(?:foreign|former|local|official|regional|retired|senior|top|unnamed|western)\s/iu

/** A source's name as it stands within an English sentence: "the Pentagon", "a senior official", "Anas Mallick". */
export function englishName(kind: SourceKind, name: string): string {
  if (kind === SourceKind.PERSON || kind === SourceKind.OUTLET) return name
  if (ARTICLE.test(name)) return lowerFirst(name)
  if (kind === SourceKind.ORGANISATION) return PROPER.test(name) || BODY.test(name) ? `the ${name}` : name
  if (kind !== SourceKind.UNNAMED_IN_TEXT || !ONE_PERSON.test(name)) return name
  const small = ADJECTIVE.test(name) || /^\p{Lu}\p{Ll}+(?:$|\s\p{Ll})/u.test(name) ? lowerFirst(name) : name
  const isVowel = /^(?:[aeio]|u(?!\.?[sk]|n[iI]|ser))/iu.test(small)
  return `${isVowel ? 'an' : 'a'} ${small}`
}
