import type { CsvSeparator } from '@/lib/reports/csv-separator'

// A spreadsheet set to another separator than the file's ends a cell there, quoted or not, and would run what follows. One that
// is set to commas keeps to the quotes of a file with commas, and loses them in every other.
const AFTER_A_SEPARATOR = /([;\t\r\n][ \u00a0\u202f]*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g
const AFTER_A_COMMA_TOO = /([,;\t\r\n][ \u00a0\u202f]*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g

/**
 * A text for a cell of a CSV file that no spreadsheet runs as a formula within, by whichever separator it reads (OWASP, "CSV Injection"):
 * an apostrophe stands before it. The beginning of the cell is csv-stringify's own `escape_formulas`.
 */
export const spreadsheetText = (text: string, separator: CsvSeparator): string =>
  text.replace(separator === 'comma' ? AFTER_A_SEPARATOR : AFTER_A_COMMA_TOO, "$1'$2")
