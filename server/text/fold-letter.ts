/**
 * A letter in the one case that texts are compared in: the final `ς` is a `σ`, and both Turkish letters are an `i`. `ß`,
 * which is two letters in upper case, stays.
 */
export function foldLetter(letter: string): string {
  const [upper = letter, more] = letter.toUpperCase()
  const [lower = letter] = upper.toLowerCase()
  return more === undefined ? lower : letter
}
