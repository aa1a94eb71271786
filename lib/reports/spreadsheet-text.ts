// A spreadsheet set to another separator than the file's ends a cell there, quoted or not, and would run what follows.
const AFTER_A_SEPARATOR = /([;\t\r\n][ \u00a0\u202f]*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g

/**
 * A text for a cell of a CSV file that no spreadsheet runs as a formula within, by whichever separator it reads (OWASP, "CSV Injection"):
 * an apostrophe stands before it. The beginning of the cell is csv-stringify's own `escape_formulas`.
 */
export const spreadsheetText = (text: string): string => text.replace(AFTER_A_SEPARATOR, "$1'$2")
