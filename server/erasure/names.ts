import { Prisma } from '../../prisma/generated/client/client.ts'
import { foldAscii } from '../identity/email.ts'
import { erasedText } from './erased-text.ts'

/** Condition for rows that may name an address: `withoutAddress` decides. */
export const mayName = (column: string, email: string) =>
  Prisma.sql`strpos(translate(${Prisma.raw(column)}, ${letters}, ${foldAscii(letters)}), ${email}) > 0`

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Characters around an address that are no part of it. */
const outside = /^[\s,;:<>"'()[\]\\=]?$/u

/** The text without an address, in any case; unchanged if the address is not in it, or only as a part of another. */
export function withoutAddress(text: string, email: string): string {
  const folded = foldAscii(text)
  let [kept, from] = ['', 0]
  for (let at = folded.indexOf(email); at !== -1; at = folded.indexOf(email, at + 1)) {
    const end = at + email.length
    if (at < from || !outside.test(text.charAt(at - 1)) || !endsThere(text.slice(end, end + 2))) continue
    kept += text.slice(from, at) + erasedText
    from = end
  }
  return kept + text.slice(from)
}

/** A full stop ends a sentence, or a longer domain follows. */
const endsThere = (after: string) => outside.test(after.charAt(0)) || /^[.!?](?:\s|$)/u.test(after)
