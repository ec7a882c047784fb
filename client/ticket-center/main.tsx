import './styles.css'
import { render } from 'preact'
import { loadOnce } from '../core/load-once.ts'
import type { Direction } from '../i18n/direction.ts'
import { createText } from '../i18n/text.ts'
import { DraftsContext } from '../shell/composer/use-draft.ts'
import { createImportLate } from '../shell/import-late.ts'
import { CopyButtonsContext } from '../shell/messages/copy-buttons.ts'
import { ServiceProviders } from '../shell/ServiceProviders.tsx'
import { SharedTextProvider } from '../shell/SharedTextProvider.tsx'
import { start } from '../shell/start.ts'
import { addStyles } from '../ui/add-styles.ts'
import { App } from './App.tsx'
import { takeBoot, takeTexts } from './boot.ts'
import type { Shown } from './embedding/notify-page.ts'
import { createLoadLate } from './late/load-late.ts'
import { type Parts, PartsContext } from './late/parts.ts'
import { awaitLink } from './links/await-link.ts'
import { rememberSeen } from './remember-seen.ts'
import { renewSession } from './renew-session.ts'
import { drafts } from './state/drafts.ts'

const boot = takeBoot()
const { locale, draft = drafts.newTicket } = boot
const texts = takeTexts()
const text = createText(texts, locale, document.documentElement.dir as Direction)
drafts.newTicket = draft
rememberSeen(boot.seen)
globalThis.importLate = createImportLate(boot.late)
const loadLate = createLoadLate(boot.late, texts)
const parts: Parts = {
  filters: () => loadLate(() => import('./tickets/Filters.tsx')),
  form: () => loadLate(() => import('./new-ticket/FormAndFaqs.tsx')),
  found: () => loadLate(() => import('./tickets/FoundTickets.tsx')),
  leave: () => loadLate(() => import('./conversation/LeaveButton.tsx')),
  rating: () => loadLate(() => import('./rating/Rating.tsx')),
  unsent: () => loadLate(() => import('./unsent/Unsent.tsx')),
  typing: () => loadLate(() => import('./typing/TypingLine.tsx')),
}
const running = start({
  session: boot.session,
  renew: renewSession,
  files: async (client) => {
    const { createFiles, styles } = await loadLate(() => import('../attachments/create-files.tsx'))
    addStyles(styles)
    return createFiles(client, text)
  },
})
const { client, session } = running
const saveDrafts = loadOnce(async () =>
  (await import('../shell/composer/save-drafts.ts')).saveDrafts(client, session),
)
const addCopyButtons = async (place: Element) => {
  const { copyCode } = await loadLate(() => import('./late/copy-code.ts'))
  copyCode(place, text)
}
awaitLink(async (first) => {
  const { startLinkHints } = await loadLate(() => import('./links/start-link-hints.tsx'))
  startLinkHints(first, text)
})

function notifyPage(...shown: Shown): void {
  if (parent !== window)
    import('./embedding/notify-page.ts').then(
      (loaded) => loaded.notifyPage(client, ...shown),
      () => {},
    )
}

render(
  <SharedTextProvider locale={locale} text={text}>
    <PartsContext.Provider value={parts}>
      <ServiceProviders on={running}>
        <DraftsContext.Provider value={saveDrafts}>
          <CopyButtonsContext.Provider value={(place) => void addCopyButtons(place).catch(() => {})}>
            <App
              session={session}
              ticket={boot.ticket || /^#\d+$/.exec(location.hash)?.[0]}
              first={boot.data}
              onShow={notifyPage}
            />
          </CopyButtonsContext.Provider>
        </DraftsContext.Provider>
      </ServiceProviders>
    </PartsContext.Provider>
  </SharedTextProvider>,
  document.getElementById('app') as HTMLElement,
)

// So that a click does not wait for the form and what adds files to it. Safari has no idle callbacks.
const whenIdle = globalThis.requestIdleCallback ?? setTimeout
whenIdle(
  () => void Promise.all([import('../shell/keep-focus.ts'), parts.form(), running.files()]).catch(() => {}),
)
