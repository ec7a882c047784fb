import './styles.css'
import { render } from 'preact'
import type { Direction } from '../i18n/direction.ts'
import { createText } from '../i18n/text.ts'
import { Run } from '../shell/Run.tsx'
import { Speak } from '../shell/Speak.tsx'
import { start } from '../shell/start.ts'
import { App } from './App.tsx'
import { takeBoot, takeTexts } from './boot.ts'
import { drafts } from './drafts.ts'
import type { Shown } from './embedding/notify-page.ts'
import { awaitLink } from './links/await-link.ts'
import { rememberSeen } from './remember-seen.ts'
import { renewSession } from './renew-session.ts'

const boot = takeBoot()
const { locale, draft = drafts.newTicket } = boot
const text = createText(takeTexts(), locale, document.documentElement.dir as Direction)
drafts.newTicket = draft
rememberSeen(boot.seen)
const late = (): Promise<typeof import('./late/main.ts')> => import(/* @vite-ignore */ boot.late)
const running = start({ session: boot.session, renew: renewSession, files: late })
awaitLink(async (first) => (await late()).startLinkHints(first))

function notifyPage(...shown: Shown): void {
  if (parent !== window)
    late().then(
      (loaded) => loaded.notifyPage(running.client, ...shown),
      () => {},
    )
}

render(
  <Speak locale={locale} text={text}>
    <Run on={running}>
      <App session={running.session} ticket={boot.ticket} first={boot.data} onShow={notifyPage} />
    </Run>
  </Speak>,
  document.getElementById('app') as HTMLElement,
)
