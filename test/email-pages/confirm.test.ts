import { describe, expect, test } from 'vitest'
import type { EmailThread } from '../../prisma/generated/client/client.ts'
import { startOwnApp } from '../support/app.ts'
import { startEmailPages } from '../support/email-pages.ts'
import { load } from '../support/page.ts'

const { origin, rootKey } = await startOwnApp({ MAIL_DELAY_SECONDS: '0' })
const pages = await startEmailPages(origin, rootKey)
const { db, threadOf, open, confirmUrlOf, urlOf } = pages

const invited = (subject = 'Buy my pills') => threadOf({ role: 'PARTICIPANT', subject })
const press = (thread: EmailThread) => fetch(confirmUrlOf(thread), { method: 'POST', redirect: 'manual' })
const rowOf = ({ id }: EmailThread) => db.emailThread.findUniqueOrThrow({ where: { id } })

describe('the page that an invitation links to', () => {
  test('shows who invited to what, and nothing that they wrote', async () => {
    const thread = await invited()
    const { number } = await open(thread)
    const { status, body, headers } = await load(confirmUrlOf(thread))
    expect(status).toBe(200)
    for (const text of ['owner@example.com', `#${number}`, 'Acme', '<form class="confirm" method="post">']) {
      expect(body).toContain(text)
    }
    expect(body).not.toContain('Buy my pills')
    expect(headers['content-security-policy']).toContain("form-action 'self'; frame-ancestors 'none'")
    expect([headers['cache-control'], headers['referrer-policy']]).toEqual(['no-store', 'no-referrer'])
  })

  test('accepts nothing by being opened', async () => {
    const thread = await invited()
    const before = await rowOf(thread)
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(confirmUrlOf(thread), { method })
    expect(await rowOf(thread)).toEqual(before)
  })

  test('is in the website’s language', async () => {
    const arabic = await startEmailPages(origin, rootKey, { name: 'شركة' })
    await arabic.website.key.run('updateWebsite', { locale: 'ar' }, '__typename')
    const { body } = await load(arabic.confirmUrlOf(await arabic.threadOf({ role: 'PARTICIPANT' })))
    expect(body).toContain('<html lang="ar" dir="rtl">')
  })
})

describe('accepting', () => {
  test('is stored, shows the current state, and sends the missed emails at once', async () => {
    const thread = await invited()
    const emailed = (kind: 'INVITED' | 'REPLIED') => () =>
      db.email.findFirst({ where: { threadId: thread.id, kind } })
    await expect.poll(emailed('INVITED')).toMatchObject({ lastPosition: 0 })
    const answer = await press(thread)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, new URL(urlOf(thread)).pathname])
    expect((await rowOf(thread)).confirmedAt).toBeInstanceOf(Date)
    const { body } = await open(thread)
    expect(body).toContain('You get emails about this ticket.')
    expect(body).toContain('Buy my pills')
    const missed = { firstPosition: 1, lastPosition: 1 }
    await expect.poll(emailed('REPLIED')).toMatchObject(missed)
  })

  test('again changes nothing, however often at once', async () => {
    const thread = await invited()
    const answers = await Promise.all([press(thread), press(thread), press(thread)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const once = await rowOf(thread)
    await pages.oneClick(thread)
    const muted = await rowOf(thread)
    await press(thread)
    // `emailedPosition` has nothing to do with consent.
    const { emailedPosition: _, ...row } = muted
    expect(await rowOf(thread)).toMatchObject(row)
    expect(muted.confirmedAt).toEqual(once.confirmedAt)
    expect((await load(confirmUrlOf(thread))).status).toBe(303)
  })

  test('unmutes the ticket', async () => {
    const thread = await invited()
    await pages.oneClick(thread)
    await press(thread)
    expect((await rowOf(thread)).mutedAt).toBeNull()
  })

  test('is politely refused if they no longer follow the ticket', async () => {
    const thread = await invited()
    await db.participant.deleteMany({ where: { ticketId: thread.ticketId } })
    const [looked, pressed] = [await load(confirmUrlOf(thread)), await press(thread)]
    expect([looked.status, pressed.status]).toEqual([410, 410])
    for (const body of [looked.body, await pressed.text()]) {
      expect(body).toContain('You no longer follow this ticket')
      expect(body).not.toContain('<form')
    }
    expect((await rowOf(thread)).confirmedAt).toBeNull()
  })

  test('requires a link made for it, and for a participant', async () => {
    const { emailToken } = await import('../../server/notifications/email-token.ts')
    const [thread, customer] = [await invited(), await threadOf()]
    const tokens = [
      emailToken('mute', thread.id),
      emailToken('reply', thread.id),
      emailToken('confirm', customer.id),
      emailToken('confirm', thread.id).replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
      'x',
    ]
    for (const token of tokens) {
      for (const method of ['GET', 'POST']) {
        expect((await fetch(`${origin}/mail/confirm/${token}`, { method })).status).toBe(404)
      }
    }
    expect((await rowOf(thread)).confirmedAt).toBeNull()
    expect((await rowOf(customer)).confirmedAt).toBeNull()
  })
})
