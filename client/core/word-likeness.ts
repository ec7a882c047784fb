/** How alike two words are, from 0 to 1: the same, two forms of one, or one of them mistyped. */
export function likeness(word: string, other: string): number {
  if (word === other) return 1
  if (isForm(word, other)) return 0.9
  return isMistyped(word, other) ? 0.7 : 0
}

/** Whether both begin alike, as “invoice” and “invoices”, or a word and its first half. */
function isForm(word: string, other: string): boolean {
  const longer = Math.max(word.length, other.length)
  let same = 0
  while (same < longer && word[same] === other[same]) same++
  return (
    same >= (longer > 5 ? 4 : 3) &&
    same >= longer / 2 &&
    (same === Math.min(word.length, other.length) || same >= longer * 0.6)
  )
}

function isMistyped(word: string, other: string): boolean {
  const longer = Math.max(word.length, other.length)
  const allowed = longer < 4 ? 0 : longer < 8 ? 1 : 2
  return Math.abs(word.length - other.length) <= allowed && distance(word, other) <= allowed
}

/** How many letters are missing, extra, wrong or swapped with their neighbor. */
function distance(word: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= word.length; row++) {
    const next = [row]
    for (let at = 1; at <= other.length; at++) {
      const differs = word[row - 1] === other[at - 1] ? 0 : 1
      const isSwapped = word[row - 1] === other[at - 2] && word[row - 2] === other[at - 1]
      next[at] = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + differs,
        isSwapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, next]
  }
  return last[other.length] ?? 0
}
