import { html, type Page, page, raw } from '../html/html.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { type DemoCustomer, demoBar } from './bar.ts'
import { demoBarStyles } from './bar-styles.ts'
import { demoDashboardStyles } from './dashboard-styles.ts'
import { icons, larkpostLogo } from './icons.ts'
import { DEMO_COMPANY } from './seed/demo.ts'

export type DemoDashboard = { iframeSrc: string; customers: DemoCustomer[] }

/** The dashboard of a company that embeds its Ticket Center, signed in as one of its customers. */
export function demoDashboard({ iframeSrc, customers }: DemoDashboard): Page {
  return page({
    lang: 'en',
    title: `Support · ${DEMO_COMPANY.name}`,
    styles: demoBarStyles + demoDashboardStyles,
    body: html`${demoBar('dashboard', customers)}
${topBar(customers.find(({ current }) => current))}
<div class="shell">
${sidebar}
<main>
<div class="head"><h1>Support</h1><p>${DEMO_COMPANY.supportHours}</p></div>
${raw(iframeTag(escapeHtml(iframeSrc)))}
${explanation(iframeSrc)}
</main>
</div>
<script src="/embed.js"></script>`,
    script: badgeScript,
  })
}

/** Exactly the tag that companies put in their dashboards. */
function iframeTag(src: string): string {
  return `<iframe title="Ticket Center" src="${src}" referrerpolicy="origin" sandbox="allow-forms allow-popups allow-scripts" width="100%" height="600px" frameborder="0"></iframe>`
}

function topBar(customer: DemoCustomer | undefined) {
  const initials = customer?.name.split(' ').map((name) => name[0])
  return html`<header class="top">
<div class="brand">${larkpostLogo}${DEMO_COMPANY.name}</div>
<div class="tagline">${DEMO_COMPANY.tagline}</div>
${customer && html`<div class="account"><span><b>${customer.name}</b>${customer.email}</span><i aria-hidden="true">${initials}</i></div>`}
</header>`
}

const otherPages = [
  ['Overview', icons.overview],
  ['Orders', icons.orders],
  ['Labels', icons.labels],
  ['Pickups', icons.pickups],
  ['Returns', icons.returns],
  ['Billing', icons.billing],
] as const

const sidebar = html`<nav aria-label="${DEMO_COMPANY.name}"><ul>
${otherPages.map(([name, icon]) => html`<li><a role="link" aria-disabled="true">${icon}<span>${name}</span></a></li>`)}
<li><a href="/" aria-current="page">${icons.support}<span>Support</span><span class="badge" hidden><b></b><i> unread</i></span></a></li>
</ul></nav>`

/** The number of unread tickets, beside the name of the page in the navigation. */
const badgeScript = `
ticketCenter.watchUnread(document.querySelector('iframe').src, (count) => {
  const badge = document.querySelector('.badge')
  badge.hidden = count === 0
  badge.firstChild.textContent = count
})
`

const serverSnippet = `import { createHmac } from 'node:crypto'

const secret = process.env.TICKET_CENTER_SECRET
const hmac = createHmac('sha256', secret).update(user.email).digest('hex')
const src = \`https://support.example.com/tickets/\${websiteId}?email=\${encodeURIComponent(user.email)}&hmac=\${hmac}\``

function explanation(iframeSrc: string) {
  return html`<details>
<summary>How this page embeds Ticket Center</summary>
<p>One tag in the page, with the address of the signed-in user:</p>
<pre><code>${iframeTag(iframeSrc)}</code></pre>
<p>The server signs that address when it renders the page. The secret never leaves the server:</p>
<pre><code>${serverSnippet}</code></pre>
<p>The number beside “Support” comes from the loader, and does not need the frame:</p>
<pre><code>${'<script src="https://support.example.com/embed.js"></script>\n<script>'}${badgeScript}${'</script>'}</code></pre>
</details>`
}
