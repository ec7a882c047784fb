import { websiteId } from '../../address/address.ts'
import { Block } from '../parts/Block.tsx'
import { Code } from '../parts/Code.tsx'
import { useText } from '../use-text.ts'
import { exampleTicket } from './example-link.ts'
import { LinkField } from './LinkField.tsx'
import type { Part } from './values.ts'

/** Placeholders, as written in a link. */
const placeholders = { number: '{number}', id: '{id}' }

export function Links({ values, edit, issues }: Part) {
  const text = useText()
  const { origin } = location
  const source = `${origin}/tickets/${websiteId}?email=EMAIL&hmac=HMAC&ticket=${exampleTicket.number}`
  return (
    <Block title={text('email.links.title')} text={text('email.links.text', placeholders)}>
      <div class="tc-form">
        <LinkField
          label={text('email.ticketUrl')}
          hint={text('email.ticketUrl.hint')}
          error={issues.ticketUrl}
          placeholder="https://app.acme.com/support?ticket={number}"
          value={values.ticketUrl}
          onText={(ticketUrl) => edit({ ticketUrl })}
        />
        <LinkField
          label={text('email.consoleUrl')}
          hint={text('email.consoleUrl.hint')}
          error={issues.consoleUrl}
          placeholder="https://desk.acme.com/tickets/{number}"
          value={values.consoleUrl}
          onText={(consoleUrl) => edit({ consoleUrl })}
        />
        <div class="tc-field">
          <p class="tc-label">{text('email.pass')}</p>
          <Code label={text('email.pass')} code={source} wrap />
          <p class="tc-hint">{text('email.pass.text')}</p>
        </div>
      </div>
    </Block>
  )
}
