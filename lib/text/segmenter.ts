const cache = new Map<string, Intl.Segmenter>()

function build(language: string, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity })
  } catch {
    // Not a language tag. English then, and never the machine's own language: results must not depend on it.
    return new Intl.Segmenter('en', { granularity })
  }
}

/** The segmenter of a language (a BCP 47 tag; null and unknown ones mean English), made once. */
export function segmenterFor(language: string | null, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language ?? 'en'}`
  const segmenter = cache.get(key) ?? build(language ?? 'en', granularity)
  cache.set(key, segmenter)
  return segmenter
}
