/** @jsxImportSource preact */
import { TicketCenter, useUnread } from '@ticket-center/embed/preact'
import { render } from 'preact'
import { useState } from 'preact/hooks'

function Support({ src }: { src: string }) {
  const [place, setPlace] = useState('')
  return (
    <main>
      <TicketCenter
        src={src}
        height="700px"
        onMount={({ send }) => send({ type: 'newTicket' })}
        onMessage={(message) => message.type === 'navigate' && setPlace(message.place)}
      />
      <p id="unread">{useUnread(src)}</p>
      <p id="place">{place}</p>
    </main>
  )
}

// @ts-expect-error: a frame needs an address.
export const nowhere = <TicketCenter />

render(<Support src={document.body.dataset.src ?? ''} />, document.getElementById('root') as HTMLElement)
