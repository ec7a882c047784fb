import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { displayOf } from './display.ts'
import { EmailLine } from './EmailLine.tsx'
import { useResend } from './use-resend.ts'

interface Props {
  ticketId: string
  emails: ConsoleEmailFragment[]
}

/** Under a message: a line for each failed email, and one for all queued ones. */
export function EmailLines({ ticketId, emails }: Props) {
  const { resent, resend } = useResend(ticketId)
  const waiting = emails.filter((email) => !resent[email.id] && displayOf(email) === 'waiting')
  const others = emails.filter((email) => !waiting.includes(email))
  return (
    <>
      {others.map((email) => {
        const display = displayOf(email, resent[email.id])
        return (
          display && (
            <p key={email.id} class="tc-email-state">
              <EmailLine
                display={display}
                emails={[email]}
                failure={resent[email.id]?.failure}
                onResend={() => void resend(email)}
              />
            </p>
          )
        )
      })}
      {waiting.length > 0 && (
        <p class="tc-email-state">
          <EmailLine display="waiting" emails={waiting} />
        </p>
      )}
    </>
  )
}
