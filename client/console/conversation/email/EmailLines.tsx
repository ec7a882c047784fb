import type { ConsoleMailFragment } from '../../../graphql/operations.ts'
import { MailLine } from './EmailLine.tsx'
import { fateOf } from './fate.ts'
import { useResend } from './use-resend.ts'

interface Props {
  ticketId: string
  mails: ConsoleMailFragment[]
}

/** Under a message: each failed email, and the queued ones together. */
export function MailLines({ ticketId, mails }: Props) {
  const { resent, resend } = useResend(ticketId)
  const waiting = mails.filter((mail) => !resent[mail.id] && fateOf(mail) === 'waiting')
  const others = mails.filter((mail) => !waiting.includes(mail))
  return (
    <>
      {others.map((mail) => {
        const fate = fateOf(mail, resent[mail.id])
        return (
          fate && (
            <p key={mail.id} class="tc-mail">
              <MailLine
                fate={fate}
                mails={[mail]}
                failure={resent[mail.id]?.failure}
                onResend={() => void resend(mail)}
              />
            </p>
          )
        )
      })}
      {waiting.length > 0 && (
        <p class="tc-mail">
          <MailLine fate="waiting" mails={waiting} />
        </p>
      )}
    </>
  )
}
