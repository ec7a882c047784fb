import { type Html, html, raw } from '../html/html.ts'
import type { EmailEntry } from './mailbox-files.ts'

const roles = { CUSTOMER: 'Customer', PARTICIPANT: 'Participant', OPERATOR: 'Operator' }

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })
const minute = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The emails as links; `chosen` is the name of the open one. */
export function emailList(emails: EmailEntry[], chosen?: string): Html {
  return html`<nav class="list${chosen !== undefined && ' behind'}" aria-label="Emails"><ul>
${emails.map((email) => item(email, email.name === chosen))}
</ul></nav>`
}

function item({ name, to, subject, date, role }: EmailEntry, chosen: boolean): Html {
  return html`<li><a class="mail" href="/demo/mail/${name}"${chosen && raw(' aria-current="page"')}>
<span><bdi>${to}</bdi> ${timeOf(date)}</span>
<span><span class="subject" dir="auto">${subject}</span>${role && html` <small>${roles[role]}</small>`}</span>
</a></li>
`
}

/** The time of an email from today, otherwise the date, too: by this machine's clock, which is also the visitor's. */
export function timeOf(date: Date): Html {
  const today = date.toDateString() === new Date().toDateString()
  const words = today ? minute.format(date) : `${day.format(date)}, ${minute.format(date)}`
  return html`<time datetime="${date.toISOString()}">${words}</time>`
}
