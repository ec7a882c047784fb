import type { Browser, Frame } from 'playwright-core'
import type { TestWebsite } from '../support/website.ts'
import type { fillWithStates } from './fill-states.ts'
import { type Appearance, observer } from './walk.ts'

/** Visits the states that the screens of the frame can be in, on a website that has them, and returns the complaints. */
export async function walkStates(
  browser: Browser,
  port: number,
  website: TestWebsite,
  { email, friend, talk }: Awaited<ReturnType<typeof fillWithStates>>,
  appearance: Appearance,
): Promise<string[]> {
  const { faults, open, look, close } = observer(browser, appearance)
  const openFrame = async (of: string) => {
    const src = website.frameUrl(of, { locale: appearance.language })
    const opened = await open(`http://127.0.0.1:${port}/?src=${encodeURIComponent(src)}`, 16)
    const frame = opened.page.frames()[1] as Frame
    await frame.locator('.tc-ticket').first().waitFor()
    return { ...opened, frame, see: (screen: string) => look(screen, opened.page, frame) }
  }
  const isNarrow = appearance.width < 900

  // Unread in every appearance.
  await website.key.run('reply', { ticketId: talk, body: 'And one more' }, '__typename')
  const opened = await openFrame(email)
  const { page, frame, see } = opened
  const search = frame.locator('.tc-find input')
  const show = async (subject: string) => {
    if (isNarrow) await frame.locator('.tc-back:visible').click()
    await frame.locator('.tc-sidebar .tc-ticket', { hasText: subject }).click()
    await frame.locator('.tc-pane-title', { hasText: subject }).waitFor()
  }
  await see('greeting')
  await search.fill('Talk')
  await frame.locator('.tc-sidebar [role=status]', { hasText: /\d|واحدة/ }).waitFor({ state: 'attached' })
  await see('search')
  await search.fill('no such words')
  await frame.locator('.tc-sidebar__body .tc-empty').waitFor()
  await see('search-none')
  await search.fill('')
  await frame.locator('.tc-find__filter').click()
  await frame.locator('.tc-filters select').first().selectOption('SOLVED')
  await frame.locator('.tc-ticket', { hasText: 'Talk' }).waitFor({ state: 'detached' })
  await see('filter')
  await frame.locator('.tc-filters select').last().selectOption({ index: 1 })
  await frame.locator('.tc-sidebar__body .tc-empty').waitFor()
  await see('filter-none')
  await frame.locator('.tc-find__filter').click()

  await frame.locator('.tc-ticket', { hasText: 'Talk' }).click()
  await frame.locator('.tc-unread-line').waitFor()
  await see('unread')
  const thread = frame.locator('.tc-thread')
  await thread.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await thread.evaluate((element) => element.scrollTo({ top: 0 }))
  await frame.locator('.tc-newer').waitFor()
  await see('jump')
  await frame.locator('.tc-message a').first().hover()
  await frame.locator('.tc-link-hint').waitFor()
  await see('link-hint')
  const operator = await website.operator()
  const typing = setInterval(() => {
    void operator.run('setTyping', { ticketId: talk }, 'shown').catch(() => {})
  }, 1_000)
  await frame.locator('.tc-typing', { hasText: /./ }).waitFor()
  await see('typing')
  clearInterval(typing)

  await show('Files')
  await frame.locator('.tc-attachment').nth(4).waitFor()
  await see('files')
  await show('Rated')
  await frame.locator('.tc-rating__given').waitFor()
  await see('rated')
  await frame.locator('.tc-rating .tc-link').click()
  await frame.locator('.tc-rating__form').waitFor()
  await see('rating')
  await frame.locator('.tc-rating__form textarea').fill('x'.repeat(9_000))
  await see('rating-too-long')

  if (isNarrow) await frame.locator('.tc-back:visible').click()
  await frame.locator('.tc-sidebar__header .tc-button').click()
  await frame.locator('.tc-new-ticket [name=subject]').fill('Where is my parcel')
  await frame.locator('.tc-matches summary, .tc-matches button').first().waitFor()
  await see('matches')
  await page.context().setOffline(true)
  await frame.evaluate(() => dispatchEvent(new Event('offline')))
  await frame.locator('.tc-connection__text').waitFor()
  await see('offline')
  await close(opened)

  const guest = await openFrame(friend)
  await guest.frame.locator('.tc-ticket').first().click()
  await guest.frame.locator('.tc-action .tc-button').click()
  await guest.frame.locator('.tc-action[role=alertdialog]').waitFor()
  await guest.see('leave')
  await close(guest)
  return faults
}
