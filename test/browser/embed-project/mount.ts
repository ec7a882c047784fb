import { mount } from '@ticket-center/embed'
import { watchUnread } from '@ticket-center/embed/unread'

const src = document.body.dataset.src ?? ''
const root = document.getElementById('root') as HTMLElement
const [unread, place] = ['unread', 'place'].map((id) => Object.assign(document.createElement('p'), { id }))
if (!unread || !place) throw new Error('There are two')
root.append(unread, place)

watchUnread(src, (count) => {
  unread.textContent = count.toFixed()
})
const { send } = mount(root, src, {
  height: '700px',
  onMessage: (message) => {
    if (message.type === 'navigate') place.textContent = message.place
  },
})
send({ type: 'newTicket' })
// @ts-expect-error: there is no such message.
send({ type: 'close' })
