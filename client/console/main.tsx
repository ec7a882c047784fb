import './styles.css'
import { Provider } from '@urql/preact'
import { render } from 'preact'
import { createGraphQLClient } from '../graphql/client.ts'
import { renewSession } from '../graphql/renew-session.ts'
import { createSession } from '../graphql/session.ts'
import { ConnectionContext } from '../graphql/use-connection.ts'
import { LocaleContext } from '../ui/locale.ts'
import { Announcer } from './Announcer.tsx'
import { App } from './App.tsx'
import { readBoot } from './boot.ts'
import { rememberRenewal } from './remember-renewal.ts'

const boot = readBoot()
const session = createSession({
  initial: boot.session,
  renew: renewSession,
  onSession: rememberRenewal(boot.websiteId),
})
const { client, connection } = createGraphQLClient(session)

render(
  <Provider value={client}>
    <ConnectionContext.Provider value={connection}>
      <LocaleContext.Provider value={boot.locale}>
        <Announcer>
          <App session={session} ticket={boot.ticket} />
        </Announcer>
      </LocaleContext.Provider>
    </ConnectionContext.Provider>
  </Provider>,
  document.getElementById('app') as HTMLElement,
)
