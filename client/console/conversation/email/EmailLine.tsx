import { useEffect, useId, useRef } from 'preact/hooks'
import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useText } from '../../texts/use-text.ts'
import type { EmailDisplay } from './display.ts'
import { useEmailWords } from './use-email-words.ts'

interface Props {
  display: EmailDisplay
  emails: ConsoleEmailFragment[]
  /** Why it could not be resent. */
  failure?: string | undefined
  onResend?: () => void
}

/** One line about emails that were not sent at once. */
export function EmailLine({ display, emails, failure, onResend }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const id = useId()
  const line = useRef<HTMLSpanElement>(null)
  const before = useRef(display)
  const words = useEmailWords()(display, emails)

  // Another failure is announced together with other new failures.
  useEffect(() => {
    if (before.current === 'sending' && display !== 'failed') announce(words)
    before.current = display
  }, [display])

  return (
    <>
      <span
        ref={line}
        id={id}
        class={classNames('tc-email-state__words', display === 'failed' && 'tc-error')}
        dir="auto"
        tabIndex={-1}
      >
        {words}
      </span>
      {display === 'failed' && onResend && (
        <button
          type="button"
          class="tc-link"
          aria-describedby={id}
          onClick={() => {
            // The button disappears, so keep the focus on its line.
            line.current?.focus()
            onResend()
          }}
        >
          {text('delivery.resend')}
        </button>
      )}
      {failure && display === 'failed' && (
        <span class="tc-error" role="alert">
          {failure}
        </span>
      )}
    </>
  )
}
