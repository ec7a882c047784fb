import './element.ts'
import { mount } from './mount.ts'
import { watchUnread } from './watch-unread.ts'

// `/embed.js`, for pages without a build.
Object.assign(window, { ticketCenter: { mount, watchUnread } })
