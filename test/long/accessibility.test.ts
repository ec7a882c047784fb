import { testDemo } from '../browser/demo-rules.ts'
import { startOwnApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'

const { origin } = await startOwnApp({ DEMO: 'on' })
const browser = await startBrowser()

testDemo(browser, origin, { colorScheme: 'light', width: 380 })
testDemo(browser, origin, { colorScheme: 'dark', width: 1280 })
