import type { Page } from 'playwright-core'

/** Records all announcements from now on: the next one may replace one at once. */
export async function announcements(page: Page) {
  const said = await page
    .locator('div.tc-hidden[role=status]')
    .last()
    .evaluateHandle((status) => {
      const texts: (string | null)[] = []
      new MutationObserver(() => texts.push(status.textContent)).observe(status, { childList: true })
      return texts
    })
  return () => said.jsonValue()
}
