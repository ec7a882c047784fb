import { expect } from 'vitest'
import { readEmail } from '../../server/inbound/parsing/read.ts'
import { processorTime } from '../support/processor-time.ts'
import { mime } from './postman.ts'

export type PoisonEmail = [name: string, outcome: string | string[], type: string, body: () => string]

export const MB = 1024 * 1024
const tooMuch = 'it takes too long or too much memory'

/** Emails that take long to read: whether they can be read depends on the machine. `part` is that of the largest size. */
export const slowEmails = (part: number): PoisonEmail[] => [
  [`${25 * part} MB of short lines`, ['read', tooMuch], 'text/plain', () => 'x\r\n'.repeat(8 * part * MB)],
  [`HTML of ${10 * part} MB`, ['read', tooMuch], 'text/html', () => '<p>text'.repeat(1.4 * part * MB)],
  [
    `${24 * part} MB in an endless charset`,
    ['read', tooMuch],
    'text/plain; charset=iso-2022-jp',
    () => `\x1b$B${'$3'.repeat(12 * part * MB)}`,
  ],
]

/** Reads an email, which must not take this thread's time. */
export async function readPoison([, outcome, type, body]: PoisonEmail): Promise<void> {
  const raw = Buffer.from(mime({ to: 'a@b.c', header: [`Content-Type: ${type}`], body: body() }))
  let result = ''
  const reading = async () => {
    result = await readEmail(raw).then(
      (email) => {
        expect((email.quotedText ?? '').length).toBeLessThanOrEqual(200_010)
        expect(email.text.length).toBeLessThanOrEqual(200_010)
        return 'read'
      },
      (error: Error) => error.message,
    )
  }
  expect(await processorTime(reading), 'milliseconds of this thread').toBeLessThan(3_000)
  expect([outcome].flat()).toContain(result)
}
