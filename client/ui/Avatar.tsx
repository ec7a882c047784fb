import { classNames } from './class-names.ts'

function initials(name: string): string {
  const words = name
    .replace(/@.*/, '')
    .split(/[\s._-]+/)
    .filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  // Separated: two Arabic letters would join into what looks like a word.
  return words.length ? letters.join('\u200c').toLocaleUpperCase() : '?'
}

/** Decoration beside a name. */
export function Avatar({ name, team }: { name: string; team?: boolean }) {
  return (
    <span class={classNames('tc-avatar', team && 'tc-avatar--team')} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
