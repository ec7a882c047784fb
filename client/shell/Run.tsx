import { Provider } from '@urql/preact'
import type { ComponentChildren } from 'preact'
import { FilesContext } from './files.ts'
import type { Running } from './start.ts'
import { ConnectionContext } from './use-connection.ts'
import { OutboxContext } from './use-replies.ts'

export function Run({ on, children }: { on: Running; children: ComponentChildren }) {
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
