// The names that HTML 4 gives to characters, as they are left in texts that were copied out of a page's source. The database knows the
// same ones (name_key); a test compares them.
const FROM_160 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const OTHERS: Readonly<Record<string, number>> = {
  ...{ quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, OElig: 338, oelig: 339, Scaron: 352, scaron: 353, Yuml: 376 },
  ...{ ensp: 8194, emsp: 8195, thinsp: 8201, zwnj: 8204, zwj: 8205, lrm: 8206, rlm: 8207, ndash: 8211, mdash: 8212 },
  ...{ lsquo: 8216, rsquo: 8217, sbquo: 8218, ldquo: 8220, rdquo: 8221, bdquo: 8222, bull: 8226, hellip: 8230 },
  ...{ prime: 8242, lsaquo: 8249, rsaquo: 8250, euro: 8364, trade: 8482, minus: 8722 },
}

/** By its name, the character. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...FROM_160.split(' ').map((name, at) => [name, String.fromCodePoint(160 + at)] as const),
  ...Object.entries(OTHERS).map(([name, code]) => [name, String.fromCodePoint(code)] as const),
])

// "&amp;eacute;" was encoded twice.
const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,6}\d{0,2}));/g
const LAST_CODE = 0x10ffff

function characterOf(code: number): string | null {
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return code === 0 || code > LAST_CODE || isHalf ? null : String.fromCodePoint(code)
}

/** A text in which the characters stand that entities left in it call: "tu&eacute;s" is "tués". Others stay. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    const called = name ? ENTITIES.get(name) : characterOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16))
    return called ?? whole
  })
}
