import { useEffect, useId, useRef } from 'preact/hooks'
import type { ConsoleMailFragment } from '../../../graphql/operations.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useAnnounce } from '../../use-announce.ts'
import { useText } from '../../use-text.ts'
import type { Fate } from './fate.ts'
import { useMailWords } from './use-email-words.ts'

interface Props {
  fate: Fate
  mails: ConsoleMailFragment[]
  /** Why it could not be sent again. */
  failure?: string | undefined
  onResend?: () => void
}

/** One quiet line about emails that were not sent at once. */
export function MailLine({ fate, mails, failure, onResend }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const id = useId()
  const line = useRef<HTMLSpanElement>(null)
  const before = useRef(fate)
  const words = useMailWords()(fate, mails)

  // That it failed once more is announced with all other news.
  useEffect(() => {
    if (before.current === 'sending' && fate !== 'failed') announce(words)
    before.current = fate
  }, [fate])

  return (
    <>
      <span
        ref={line}
        id={id}
        class={classNames('tc-mail__words', fate === 'failed' && 'tc-error')}
        dir="auto"
        tabIndex={-1}
      >
        {words}
      </span>
      {fate === 'failed' && onResend && (
        <button
          type="button"
          class="tc-link"
          aria-describedby={id}
          onClick={() => {
            // The button disappears; keep the focus on its line.
            line.current?.focus()
            onResend()
          }}
        >
          {text('delivery.resend')}
        </button>
      )}
      {failure && fate === 'failed' && (
        <span class="tc-error" role="alert">
          {failure}
        </span>
      )}
    </>
  )
}
