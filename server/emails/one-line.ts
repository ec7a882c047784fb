/** Invisible characters that hide or turn text, except joiners in words and emoji, and the tags of flags. */
const hidden =
  /[[\p{Cf}&&\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\u{e0020}-\u{e007f}]]|[\ufff9-\ufffb]/gv

/** One line, for names and headers: control characters and line breaks become spaces, hidden ones are removed. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(hidden, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
