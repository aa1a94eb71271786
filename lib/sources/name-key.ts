import { foldText } from '@/lib/text/fold'

/**
 * A name folded for comparing and searching, as `name_key` of the database does it. Leading articles stay: "Le Monde" is not
 * "Monde".
 */
export const nameKey = (name: string): string => foldText(name).trim()
