/** What shows nothing and turns the direction or hides a text, save the joiners of letters and emoji and the tags of flags. */
const hidden =
  /[[\p{Cf}&&\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\u{e0020}-\u{e007f}]]|[\ufff9-\ufffb]/gv

/** A text as one line, for names and headers: control characters and line breaks become a space, hidden characters go. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(hidden, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
