import { expect, test } from 'vitest'
import type { Arrived } from '../support/mail-server.ts'
import { emailsOf, openEmailScene, openJobs, openTicket } from './email-scene.ts'

const jane = 'jane@example.com'

/** An email without its boundaries, which are random. */
function comparable({ raw }: Arrived): string {
  return raw.replaceAll(/--_NmP-[\w-]+/g, 'boundary')
}

test('an email accepted before a kill -9 is resent once within a minute, byte for byte the same', async (context) => {
  const scene = await openEmailScene(context)
  const { mailbox } = scene
  const first = await scene.start()
  const website = await scene.makeWebsite()
  mailbox.mood = () => 'hang'
  const ticketId = await openTicket(website, jane)
  const [sent] = await mailbox.count(jane, 1)
  await first.stop()

  mailbox.mood = () => undefined
  const second = await scene.startHere()
  const [, again] = await mailbox.count(jane, 2)
  expect(again?.messageId).toBe(sent.messageId)
  expect(again && comparable(again)).toBe(comparable(sent))

  await expect.poll(() => emailsOf(website, ticketId)).toMatchObject([{ to: jane, state: 'SENT' }])
  await second.stop()
  expect(await scene.sql(openJobs), 'jobs that would send it a third time').toEqual([])
  expect(mailbox.to(jane)).toHaveLength(2)
})
