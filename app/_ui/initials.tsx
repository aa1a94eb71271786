import classes from './initials.module.css'

/** "Camille Durand" → "CD"; the first two letters of a single word. */
function initialsOf(name: string) {
  const words = name.trim().split(/\s+/u)
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0] ?? '') : [...name].slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}

/** A round mark for a person; hidden from screen readers when the name stands beside it (`decorative`). */
export function Initials({ name, decorative = false }: { name: string; decorative?: boolean }) {
  if (decorative)
    return (
      <span aria-hidden className={classes.initials}>
        {initialsOf(name)}
      </span>
    )
  return (
    <span role="img" aria-label={name} title={name} className={classes.initials}>
      {initialsOf(name)}
    </span>
  )
}
