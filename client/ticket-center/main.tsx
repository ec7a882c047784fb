import './styles.css'
import { Provider } from '@urql/preact'
import { render } from 'preact'
import { createGraphQLClient } from '../core/connection/client.ts'
import { createSession } from '../core/connection/session.ts'
import type { Direction } from '../i18n/direction.ts'
import { createText } from '../i18n/text.ts'
import { TextContext } from '../i18n/use-text.ts'
import { ConnectionContext } from '../shell/use-connection.ts'
import { TooLongContext } from '../ui/limits.ts'
import { LocaleContext } from '../ui/locale.ts'
import { App } from './App.tsx'
import { takeBoot, takeTexts } from './boot.ts'
import { rememberSeen } from './remember-seen.ts'
import { renewSession } from './renew-session.ts'

const boot = takeBoot()
const { locale } = boot
const text = createText(takeTexts(), locale, document.documentElement.dir as Direction)
rememberSeen(boot.seen)
const session = createSession({ initial: boot.session, renew: renewSession })
const { client, connection } = createGraphQLClient(session, boot.data)

render(
  <Provider value={client}>
    <ConnectionContext.Provider value={connection}>
      <LocaleContext.Provider value={locale}>
        <TextContext.Provider value={text}>
          <TooLongContext.Provider value={(count) => text('field.tooLong', { count })}>
            <App session={session} ticket={boot.ticket} />
          </TooLongContext.Provider>
        </TextContext.Provider>
      </LocaleContext.Provider>
    </ConnectionContext.Provider>
  </Provider>,
  document.getElementById('app') as HTMLElement,
)
