import { isBlank } from '../../client/i18n/blank.ts'
import { oneLine } from '../emails/one-line.ts'

const maxLength = 100
const segmenter = new Intl.Segmenter()

/** A claimed name: one line, cut to 100 characters between letters; undefined if it is blank. */
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
  // A single letter may be longer than that: under a hundred accents.
  return line
    .slice(0, end || maxLength)
    .toWellFormed()
    .trim()
}
