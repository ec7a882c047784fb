import { Provider } from '@urql/preact'
import type { ComponentChildren } from 'preact'
import { OutboxContext } from './composer/use-replies.ts'
import { FilesContext } from './messages/files.ts'
import type { Running } from './start.ts'
import { ConnectionContext } from './use-connection.ts'

export function ServiceProviders({ on, children }: { on: Running; children: ComponentChildren }) {
  return (
    <Provider value={on.client}>
      <ConnectionContext.Provider value={on.connection}>
        <OutboxContext.Provider value={on.outbox}>
          <FilesContext.Provider value={on.files}>{children}</FilesContext.Provider>
        </OutboxContext.Provider>
      </ConnectionContext.Provider>
    </Provider>
  )
}
