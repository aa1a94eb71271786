/** The verdict scale that a new project begins with: value 1 (false) to 5 (true), or none. */
export const DEFAULT_SCALE = [
  { key: 'false', labelFr: 'Faux', labelEn: 'False', value: 1, colour: 'false' },
  { key: 'mostly_false', labelFr: 'Plutôt faux', labelEn: 'Mostly false', value: 2, colour: 'mostlyfalse' },
  { key: 'half_true', labelFr: 'En partie exact', labelEn: 'Half true', value: 3, colour: 'mixed' },
  { key: 'mostly_true', labelFr: 'Plutôt exact', labelEn: 'Mostly true', value: 4, colour: 'mostlytrue' },
  { key: 'true', labelFr: 'Exact', labelEn: 'True', value: 5, colour: 'true' },
  { key: 'unverifiable', labelFr: 'Invérifiable', labelEn: 'Unverifiable', value: null, colour: 'unknown' },
] as const
