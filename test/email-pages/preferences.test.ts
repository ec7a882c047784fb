import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startEmailPages } from '../support/email-pages.ts'

const { origin, rootKey } = await startApp()
const { db, website, threadOf, open, post, inForce, urlOf } = await startEmailPages(origin, rootKey)

describe('the preferences page', () => {
  test('shows the company, the ticket, the recipient and the current state', async () => {
    const page = await open(await threadOf({ email: 'jane@example.com', subject: 'Parcel lost' }))
    expect(page.status).toBe(200)
    for (const text of [
      'Acme',
      `#${page.number}`,
      'Parcel lost',
      'jane@example.com',
      'You get emails about this ticket.',
    ]) {
      expect(page.body).toContain(text)
    }
    expect(page.buttons).toEqual(['mute=ticket', 'mute=all'])
  })

  test('is not cached, sends no referrer, cannot be framed and runs nothing', async () => {
    const { headers, body } = await open(await threadOf())
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    )
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(body).not.toMatch(/<script|\sstyle=|\son[a-z]+=|https?:\/\//i)
  })

  test('shows user content as text', async () => {
    const hostile = '</p><script>alert(1)</script><img src=x onerror=alert(1)>"\''
    const other = await startEmailPages(origin, rootKey, { name: hostile.slice(0, 60) })
    const { body } = await other.open(await other.threadOf({ subject: hostile }))
    expect(body).not.toMatch(/<(script|img)/i)
    expect(body).toContain(
      '&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;',
    )
  })

  test('changes nothing by being opened', async () => {
    const thread = await threadOf()
    const before = await inForce(thread)
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await fetch(`${urlOf(thread)}?mute=ticket&List-Unsubscribe=One-Click`, { method })
      expect(answer.status).toBe(200)
    }
    expect(await inForce(thread)).toEqual(before)
  })

  test.for([
    ['de-AT', 'de-AT', 'ltr', 'E-Mails von Acme'],
    ['fr', 'fr', 'ltr', 'E-mails envoyés par Acme'],
    ['es-MX', 'es-MX', 'ltr', 'Correos de Acme'],
    ['ar', 'ar', 'rtl', 'الرسائل الواردة من'],
    ['tlh', 'en', 'ltr', 'Emails from Acme'],
  ] as const)('for a customer is in %s', async ([locale, lang, dir, title]) => {
    const email = `${locale.toLowerCase()}@example.com`
    await website.customer(email, { locale })
    const { body } = await open(await threadOf({ email }))
    expect(body).toContain(`<html lang="${lang}" dir="${dir}">`)
    expect(body).toContain(title)
  })

  test('shows a participant no user content before they accept or after they leave', async () => {
    const thread = await threadOf({
      role: 'PARTICIPANT',
      email: 'friend@example.com',
      subject: 'Buy my pills',
    })
    const before = await open(thread)
    expect([before.status, before.body.includes('Buy my pills')]).toEqual([200, false])
    expect(before.body).toContain('once you accept')
    await db.emailThread.update({ where: { id: thread.id }, data: { confirmedAt: new Date() } })
    expect((await open(thread)).body).toContain('Buy my pills')
    await db.participant.deleteMany({ where: { ticketId: thread.ticketId } })
    const after = await open(thread)
    expect(after.body).not.toContain('Buy my pills')
    expect(after.body).toContain('You no longer follow this ticket')
    expect(after.buttons).toEqual(['mute=all'])
  })
})

describe('a button on that page', () => {
  test('mutes and unmutes only the ticket', async () => {
    const thread = await threadOf({ email: 'june@example.com' })
    const sibling = await threadOf({ email: 'june@example.com' })
    const answer = await post(thread, 'mute=ticket')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, new URL(urlOf(thread)).pathname])
    expect(await inForce(thread)).toEqual({ ticket: 'muted', all: 'ALL' })
    expect(await inForce(sibling)).toEqual({ ticket: 'on', all: 'ALL' })
    const page = await open(thread)
    expect(page.body).toContain('You get no emails about this ticket.')
    expect(page.buttons).toEqual(['unmute=ticket', 'mute=all'])
    await post(thread, 'unmute=ticket')
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
  })

  test.for(['CUSTOMER', 'PARTICIPANT'] as const)(
    'mutes everything that a company sends to a %s',
    async (role) => {
      const email = `${role.toLowerCase()}.all@example.com`
      const [thread, sibling] = [await threadOf({ role, email }), await threadOf({ role, email })]
      const stranger = await threadOf({ role })
      expect((await post(thread, 'mute=all')).status).toBe(303)
      for (const one of [thread, sibling]) {
        const { body, buttons } = await open(one)
        expect(body).toContain('You get no emails from Acme.')
        expect(buttons).toEqual(['unmute=all'])
      }
      expect(await inForce(stranger)).toEqual({ ticket: 'on', all: 'ALL' })
      await post(sibling, 'unmute=all')
      expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
    },
  )

  test('sets an operator’s own notifications', async () => {
    const thread = await threadOf({ role: 'OPERATOR', email: 'olaf@acme.com' })
    expect((await open(thread)).body).toContain('all of the team’s tickets')
    await db.operator.updateMany({ where: { email: 'olaf@acme.com' }, data: { notifications: 'ASSIGNED' } })
    expect((await open(thread)).body).toContain('while it is assigned to you')
    await post(thread, 'mute=all')
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'NONE' })
    expect((await open(thread)).buttons).toEqual(['unmute=all', 'mute=unassigned'])
    await post(thread, 'mute=unassigned')
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ASSIGNED' })
    await post(thread, 'unmute=all')
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
    expect(await db.emailMute.count({ where: { email: 'olaf@acme.com' } })).toBe(0)
    await post(thread, 'mute=ticket')
    expect(await inForce(thread)).toEqual({ ticket: 'muted', all: 'ALL' })
  })

  test('changes nothing when pressed again', async () => {
    const thread = await threadOf()
    const rows = () =>
      Promise.all([
        db.emailThread.findUnique({ where: { id: thread.id }, select: { mutedAt: true } }),
        db.emailMute.findMany({ where: { email: thread.email } }),
      ])
    await Promise.all(['mute=ticket', 'mute=all', 'mute=all'].map((form) => post(thread, form)))
    const once = await rows()
    await Promise.all(['mute=ticket', 'mute=all'].map((form) => post(thread, form)))
    expect(await rows()).toEqual(once)
  })

  test.for([
    '',
    'mute=',
    'mute=everything',
    'mute=unassigned',
    'mute=all&unmute=all',
    'unmute=none',
    'List-Unsubscribe=Two-Clicks',
  ])('that does not exist (%s) changes nothing', async (form) => {
    const thread = await threadOf()
    expect((await post(thread, form)).status).toBe(400)
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
  })

  test('cannot send more than four kilobytes', async () => {
    const thread = await threadOf()
    expect((await post(thread, `mute=ticket&${'x'.repeat(5_000)}`)).status).toBe(413)
    expect(await inForce(thread)).toEqual({ ticket: 'on', all: 'ALL' })
  })
})
