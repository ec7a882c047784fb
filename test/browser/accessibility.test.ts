import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { testDemo } from './demo-rules.ts'

const { origin } = await startOwnApp({ DEMO: 'on' })
const browser = await startBrowser()

// test/long/accessibility.test.ts has the other two combinations.
testDemo(browser, origin, { colorScheme: 'light', width: 1280 })
testDemo(browser, origin, { colorScheme: 'dark', width: 380 })
