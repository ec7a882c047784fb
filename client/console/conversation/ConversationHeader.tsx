import { useEffect, useRef } from 'preact/hooks'
import { longDate } from '../../core/dates.ts'
import { nameOf } from '../../shell/name-of.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useLocale } from '../../ui/locale.ts'
import { Status } from '../../ui/Status.tsx'
import type { Layout } from '../layout/use-layout.ts'
import { useStatus } from '../properties/use-status.ts'
import { useStore } from '../state/context.ts'
import type { Ticket } from '../state/state.ts'
import { useText } from '../texts/use-text.ts'
import { BackButton } from './BackButton.tsx'
import { DetailsButton } from './DetailsButton.tsx'

interface Props {
  ticket: Ticket
  layout: Layout
}

export function ConversationHeader({ ticket, layout }: Props) {
  const text = useText()
  const locale = useLocale()
  const { screen } = useStore().state
  const { setStatus, failure } = useStatus(ticket)
  const heading = useRef<HTMLHeadingElement>(null)
  const Heading = layout === 1 ? 'h1' : 'h2'
  const solved = ticket.status === 'SOLVED'

  // Keyboard focus and screen readers follow to the opened ticket.
  useEffect(() => {
    const here = screen.by === 'opening' || screen.by === 'arriving'
    if (here && screen.pane === 'conversation') heading.current?.focus({ preventScroll: true })
  }, [screen])

  return (
    <header class="tc-pane-header">
      {layout === 1 && <BackButton />}
      <div class="tc-pane-header__words">
        <Heading ref={heading} class="tc-pane-title" tabIndex={-1} data-key-target="conversation" dir="auto">
          {ticket.subject}
        </Heading>
        <p class="tc-pane-header__meta">
          <Status status={ticket.status} label={text(`status.${ticket.status}`)} />
          <span>{text('conversation.number', { number: String(ticket.number) })}</span>
          <span dir="auto">{nameOf(ticket.customer, text)}</span>
          <span class="tc-pane-header__opened">
            {text('conversation.opened', { date: longDate(locale, new Date(ticket.createdAt)) })}
          </span>
        </p>
        {failure && (
          <p class="tc-error" role="alert">
            {failure}
          </p>
        )}
      </div>
      <Button class="tc-solve" onClick={() => void setStatus(solved ? 'OPEN' : 'SOLVED')}>
        {!solved && <Icon name="check" />}
        <span class="tc-solve__words">{text(solved ? 'conversation.reopen' : 'conversation.solve')}</span>
      </Button>
      {layout < 3 && <DetailsButton />}
    </header>
  )
}
