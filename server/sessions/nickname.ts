import { oneLine } from '../emails/one-line.ts'
import { isBlank } from '../text/blank.ts'

const maxLength = 100
const segmenter = new Intl.Segmenter()

/** What somebody says they are called: one line, cut to 100 characters between two; undefined when it shows nothing. */
export function nicknameIn(text: string | null | undefined): string | undefined {
  // Far more than is kept: a page may pass anything.
  const line = oneLine((text ?? '').slice(0, 20 * maxLength))
  const name = line.length > maxLength ? cut(line) : line
  return isBlank(name) ? undefined : name
}

function cut(line: string): string {
  let end = 0
  for (const { index, segment } of segmenter.segment(line)) {
    if (index + segment.length > maxLength) break
    end = index + segment.length
  }
  // A single character may be longer than that: a letter under a hundred accents.
  return line
    .slice(0, end || maxLength)
    .toWellFormed()
    .trim()
}
