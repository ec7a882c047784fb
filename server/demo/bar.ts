import { html, raw } from '../html/html.ts'

export type DemoCustomer = { name: string; email: string; href: string; current: boolean }

const places = {
  dashboard: { name: 'Dashboard', href: '/' },
  console: { name: 'Operator console', href: '/demo/console' },
  mailbox: { name: 'Mailbox', href: '/demo/mail' },
  graphiql: { name: 'GraphiQL', href: '/graphql' },
}

/** The strip at the top of every demo page: who the visitor is, and what else to see. */
export function demoBar(here: keyof typeof places, customers: DemoCustomer[] = []) {
  const others = Object.values(places).filter((place) => place !== places[here])
  const visitors = customers.map(
    ({ name, email, href, current }) =>
      html`<li><a href="${href}" title="${email}"${current && raw(' aria-current="true"')}>${name}</a></li>`,
  )
  return html`<aside class="demo" aria-label="Demo">
<p>Demo${visitors.length > 0 && html`<span>, signed in as</span>`}</p>
${visitors.length > 0 && html`<ul>${visitors}</ul>`}
<ul class="places">${others.map(
    ({ name, href }) => html`<li><a href="${href}" target="_blank" rel="noopener">${name}</a></li>`,
  )}</ul>
</aside>`
}
