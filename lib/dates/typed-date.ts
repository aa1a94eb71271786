import { yearDays } from './calendar-days'
import { type DateReading, dateIn, daysByRule, type FindDays } from './read-day'

const YEAR = /^\s*((?:1[5-9]|20)\d\d)\s*$/

const typedDays: FindDays = (text, today) => {
  const year = YEAR.exec(text)?.[1]
  return year ? { days: yearDays(Number(year)), start: 0, length: text.length } : daysByRule(text, today)
}

/**
 * A date as somebody types it into a field, in French or English, with a time and its zone if they are said: "26/08/2021 17h50
 * heure de Kaboul", "August 26, 2021 5:50 pm", "2021-08-26T13:20Z", "août 2021", "2021". Null for what is not understood, or
 * counts from an unknown day.
 */
export const readTypedDate = (words: string): DateReading | null => dateIn(words, null, null, typedDays)
