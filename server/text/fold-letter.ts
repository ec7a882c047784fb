/**
 * A letter in the case used for comparing texts: the final `ς` becomes `σ`, and both Turkish letters become `i`. `ß`,
 * which has two letters in upper case, stays.
 */
export function foldLetter(letter: string): string {
  const [upper = letter, more] = letter.toUpperCase()
  const [lower = letter] = upper.toLowerCase()
  return more === undefined ? lower : letter
}
