import type { ParsedMail } from 'mailparser'
import { type Html, html, raw } from '../html/html.ts'
import { addresses, summaryOf } from './mailbox-files.ts'
import { timeOf } from './mailbox-list.ts'

/** The header fields for threading and unsubscribing. */
const technical = [
  'Reply-To',
  'Message-ID',
  'In-Reply-To',
  'References',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
]

export type Part = 'html' | 'text'

/** One email: sender, recipient, subject and time above one of its parts. */
export function emailView(name: string, email: ParsedMail, part: Part): Html {
  const { to, subject, date } = summaryOf(email)
  const path = `/demo/mail/${name}`
  return html`<article class="reading">
<div class="header">
<a class="back" href="/demo/mail">← All emails</a>
<h2 dir="auto">${subject}</h2>
<dl>
<dt>From</dt><dd dir="auto">${addresses(email.from)}</dd>
<dt>To</dt><dd dir="auto">${to}</dd>
<dt>Sent</dt><dd>${timeOf(date)}</dd>
</dl>
<details><summary>Header</summary><dl>
${technical.map((key) => [headerLine(email, key)].filter(Boolean).map((value) => html`<dt>${key}</dt><dd>${value}</dd>`))}
</dl></details>
<ul class="parts">
<li><a href="${path}"${part === 'html' && current}>As it looks</a></li>
<li><a href="${path}?part=text"${part === 'text' && current}>Plain text</a></li>
<li><a href="${path}/raw">Download</a></li>
</ul>
</div>
${
  part === 'html' && email.html
    ? html`<iframe title="${subject}" src="${path}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : html`<pre dir="auto" tabindex="0">${email.text ?? ''}</pre>`
}
</article>`
}

const current = raw(' aria-current="page"')

/** A header as it was sent, on one line. */
function headerLine({ headerLines }: ParsedMail, key: string): string {
  const line = headerLines.find((line) => line.key === key.toLowerCase())?.line ?? ''
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s*/g, ' ')
    .trim()
}
