import { setTimeout as sleep } from 'node:timers/promises'
import type { Arrived, MailServer } from '../support/mail-server.ts'
import type { ServerProcess } from '../support/process.ts'
import type { TestWebsite } from '../support/website.ts'

const writers = 4

/** What the team wrote to one customer and the server acknowledged. */
export interface Written {
  customer: string
  ticketId?: string
  texts: string[]
}

/**
 * Several operators write to a customer each until the server is killed: at a random moment, or, with `atOnce`, as soon
 * as every ticket has a reply, before its email job is picked up.
 */
export async function killWhileWriting(
  server: ServerProcess,
  website: TestWebsite,
  round: number,
  atOnce: boolean,
): Promise<Written[]> {
  const all: Written[] = []
  const answered = Promise.all(
    Array.from({ length: writers }, async (_, index) => {
      const written: Written = { customer: `customer${round}.${index}@example.com`, texts: [] }
      all.push(written)
      const first = Promise.withResolvers<void>()
      write(website, written, round, first.resolve).then(first.resolve, first.reject)
      await first.promise
    }),
  )
  await Promise.all([answered, atOnce ? undefined : sleep(300 + Math.random() * 2_500)])
  await server.stop()
  return all
}

/** Opens a ticket and replies in it until the server is gone, or the customer's hourly limit is reached. */
async function write({ key }: TestWebsite, written: Written, round: number, answered: () => void) {
  const { customer, texts } = written
  try {
    const text = (number: number) => `Words ${number} of round ${round} to ${customer}.`
    const opening = { subject: 'Help', body: text(0), customerEmail: customer }
    const { ticket } = await key.run('openTicket', opening, 'ticket { id }')
    written.ticketId = ticket.id
    texts.push(text(0))
    for (let number = 1; number < 15; number++) {
      await key.run('reply', { ticketId: ticket.id, body: text(number) }, 'newMessage { id }')
      texts.push(text(number))
      answered()
      await sleep(Math.random() * 400)
    }
  } catch (error) {
    // A response that breaks off is the kill; anything else is a fault.
    if (!/fetch failed|terminated|JSON|socket|closed/i.test(String(error))) throw error
  }
}

/** The distinct emails with a text, however often each one arrived. */
function emailsWith(mailbox: MailServer, customer: string, text: string): Map<string | undefined, Arrived> {
  const telling = mailbox.to(customer).filter((email) => email.text?.includes(text))
  return new Map(telling.map((email) => [email.messageId, email]))
}

/** Texts that were not emailed. */
export function missing(mailbox: MailServer, written: Written[]): string[] {
  return written.flatMap(({ customer, texts }) =>
    texts.filter((text) => emailsWith(mailbox, customer, text).size === 0),
  )
}

/**
 * Throws if a text is in two different emails, if the same email arrived with different contents, or more often than
 * once plus once for every kill. Returns the number of emails and of repeats.
 */
export function checkRepeats(mailbox: MailServer, written: Written[], kills: number) {
  for (const { customer, texts } of written) {
    for (const text of texts) {
      const found = emailsWith(mailbox, customer, text).size
      if (found !== 1) throw new Error(`${found} different emails say: ${text}`)
    }
  }
  const emails = Map.groupBy(mailbox.emails, ({ messageId }) => messageId)
  let repeats = 0
  for (const [messageId, [first, ...others]] of emails) {
    repeats += others.length
    if (others.length > kills) throw new Error(`${messageId} came ${others.length + 1} times`)
    const content = ({ recipients, subject, text, html, references, inReplyTo, date }: Arrived) =>
      JSON.stringify([recipients, subject, text, html, references, inReplyTo, date])
    const other = others.find((email) => first && content(email) !== content(first))
    if (other && first) throw new Error(`${messageId} differs: ${content(first)} and ${content(other)}`)
  }
  return { emails: emails.size, repeats }
}
