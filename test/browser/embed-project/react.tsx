import { TicketCenter, useUnread } from '@ticket-center/embed/react'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Support({ src }: { src: string }) {
  const [place, setPlace] = useState('')
  return (
    <main>
      <p id="unread">{useUnread(src)}</p>
      <p id="place">{place}</p>
      <TicketCenter
        src={src}
        height="700px"
        onMount={({ send }) => send({ type: 'newTicket' })}
        onMessage={(message) => message.type === 'navigate' && setPlace(message.place)}
      />
    </main>
  )
}

// @ts-expect-error: a frame needs an address.
export const nowhere = <TicketCenter />

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Support src={document.body.dataset.src ?? ''} />
  </StrictMode>,
)
