import { expect, test } from 'vitest'
import { blocksOf, textOf } from '../documents/markdown.ts'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startLoaderScene } from './loader-scene.ts'

const { origin, rootKey } = await startApp()
const browser = await startBrowser()
const { src, show } = await startLoaderScene(origin, rootKey, browser)
const address = /https:\/\/support\.example\.com\/tickets\/WEBSITE_ID\?email=EMAIL&(?:amp;)?hmac=HMAC/g
const examples = blocksOf(textOf('docs/embedding.md')).filter(({ language }) => language === 'html')

test.for(examples.map(({ line, code }) => [line, code] as const))(
  'the example in line %i of docs/embedding.md works',
  async ([, code]) => {
    const content = code.replace(address, src).replaceAll('https://support.example.com', origin)
    const { page, context, complaints, frame } = await show(content)
    if (content.includes('watchUnread')) {
      const answered = page.waitForResponse((response) => response.url().includes('/unread?'))
      await page.reload()
      expect((await answered).status()).toBe(200)
    } else
      await frame
        .getByText(/^(?:Help|New ticket)$/)
        .first()
        .waitFor()
    expect(complaints).toEqual([])
    await context.close()
  },
)
