import { png, upload } from '../support/upload.ts'
import type { TestWebsite } from '../support/website.ts'

const [email, friend] = ['kim@example.com', 'friend@example.com']

/** Adds what `walkStates` looks at; returns a customer, a participant of their newest ticket, and its id. */
export async function fillWithStates(website: TestWebsite) {
  const { db } = await import('../../server/database/db.ts')
  const { key, customer, websiteId } = website
  await key.run('updateWebsite', { participantsEnabled: true }, '__typename')
  const greeting = 'How can we help? We read everything, and answer within a day. '.repeat(2).trim()
  await key.run('updateCustomization', { greeting }, '__typename')
  // Closed now and for the next days, whatever the day.
  const day = new Date(Date.now() + 4 * 24 * 3_600_000).getUTCDay()
  const names = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']
  const weekly = [{ day: names[day], opens: '09:00', closes: '17:00' }]
  await key.run('setOfficeHours', { timeZone: 'UTC', weekly }, '__typename')
  await key.run('createFaq', { question: 'Where is my parcel?', answer: 'On its *way*.' }, '__typename')
  const { category } = await key.run('createCategory', { name: 'Parcels' }, 'category { id }')

  const own = await customer(email)
  const open = async (subject: string, more = {}) =>
    (await own.run('openTicket', { subject, body: 'Please', ...more }, 'ticket { id }')).ticket.id as string

  const rated = await open('Rated')
  await key.run('setTicketStatus', { ticketId: rated, status: 'SOLVED' }, '__typename')
  const rating = {
    ticketId: rated,
    score: 'BAD',
    comment: 'It took three weeks, and nobody called. '.repeat(5),
  }
  await own.run('rateTicket', rating, '__typename')

  const files = await open('Files')
  const all = [
    { name: 'picture.png', bytes: png() },
    { name: `${'a long name '.repeat(12)}.png`, bytes: png() },
    { name: 'log.txt', bytes: Buffer.from('a line of a log\n') },
    { name: 'pending.png', bytes: png() },
    { name: 'infected.png', bytes: png() },
  ]
  const attachmentIds: string[] = []
  for (const file of all) attachmentIds.push(await upload(own, file))
  await own.run('reply', { ticketId: files, body: 'See these', attachmentIds }, '__typename')
  for (const [name, state] of [
    ['pending.png', 'PENDING'],
    ['infected.png', 'INFECTED'],
  ] as const)
    await db.attachment.updateMany({ where: { name, websiteId }, data: { state } })

  const body = 'Call `track()`:\n\n```\nawait track(4711)\n```\n\nSee https://example.com/docs.'
  const talk = await open('Talk', { categoryId: category.id, participants: [friend] })
  for (let at = 0; at < 12; at++) await key.run('reply', { ticketId: talk, body }, '__typename')
  await own.run('markTicketRead', { ticketId: talk, position: 8 }, '__typename')
  return { email, friend, talk }
}
