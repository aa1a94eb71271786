import { stringify } from 'csv-stringify/sync'
import type { CsvSeparator } from '@/lib/reports/csv-separator'
import { spreadsheetText } from '@/lib/reports/spreadsheet-text'

const DELIMITERS: Record<CsvSeparator, string> = { comma: ',', semicolon: ';', tab: '\t' }
// Excel takes a file without it for one in the old code page of its country.
const BYTE_ORDER_MARK = '\ufeff'

/** Rows of a CSV file that every spreadsheet opens as columns and none runs; `beginning`: with its head. */
export function csvText(
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
  separator: CsvSeparator,
  { beginning }: { beginning: boolean },
): string {
  const text = stringify([...rows], {
    header: beginning,
    delimiter: DELIMITERS[separator],
    columns: [...columns],
    escape_formulas: true,
    // Each text, that a spreadsheet set to semicolons does not take one apart at them.
    quoted_string: true,
    cast: { string: (cell: string) => spreadsheetText(cell, separator) },
    record_delimiter: 'windows',
    // Else a lone line feed within a cell would go unquoted and end the row.
    quote_record_delimiter: true,
  })
  return beginning ? BYTE_ORDER_MARK + text : text
}
