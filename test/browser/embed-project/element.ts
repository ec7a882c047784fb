import '@ticket-center/embed/element'
import { readFrameMessage } from '@ticket-center/embed/protocol'
import { watchUnread } from '@ticket-center/embed/unread'

const src = document.body.dataset.src ?? ''
const root = document.getElementById('root') as HTMLElement
root.innerHTML = '<p id="unread"></p><p id="place"></p>'
const show = (id: string, text: string) => {
  const place = document.getElementById(id)
  if (place) place.textContent = text
}

watchUnread(src, (count) => show('unread', count.toFixed()))
const center = document.createElement('ticket-center')
center.setAttribute('src', src)
center.setAttribute('height', '700px')
root.append(center)
center.send({ type: 'newTicket' })
// @ts-expect-error: which ticket?
center.send({ type: 'open' })
addEventListener('message', ({ data }) => {
  const message = readFrameMessage(data)
  if (message?.type === 'navigate') show('place', message.place)
})
