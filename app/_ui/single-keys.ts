/** Kept like the language: for this browser, from before the page's scripts are there. */
export const SINGLE_KEYS_COOKIE = 'recoupe-single-keys'

/** What the root of the page says for a cookie: `off` where somebody has switched single keys off. */
export const singleKeysOf = (cookie: string | undefined): 'off' | undefined => (cookie === 'off' ? 'off' : undefined)
