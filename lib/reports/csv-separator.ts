/** What stands between the cells of a CSV file. */
export const CSV_SEPARATORS = ['comma', 'semicolon', 'tab'] as const
export type CsvSeparator = (typeof CSV_SEPARATORS)[number]

// A spreadsheet reads the separator that its country's numbers leave free: where the comma is decimal, the semicolon.
const DECIMAL_COMMA = ['fr']

/** The separator that a spreadsheet in this language (ISO 639-1) opens as columns. */
export const separatorOf = (language: string): CsvSeparator =>
  DECIMAL_COMMA.includes(language) ? 'semicolon' : 'comma'
