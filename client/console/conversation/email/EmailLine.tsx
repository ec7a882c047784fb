import { useEffect, useId, useRef } from 'preact/hooks'
import type { ConsoleEmailFragment } from '../../../graphql/operations.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useText } from '../../texts/use-text.ts'
import type { Fate } from './fate.ts'
import { useEmailWords } from './use-email-words.ts'

interface Props {
  fate: Fate
  emails: ConsoleEmailFragment[]
  /** Why it could not be resent. */
  failure?: string | undefined
  onResend?: () => void
}

/** One line about emails that were not sent at once. */
export function EmailLine({ fate, emails, failure, onResend }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const id = useId()
  const line = useRef<HTMLSpanElement>(null)
  const before = useRef(fate)
  const words = useEmailWords()(fate, emails)

  // Another failure is announced together with other new failures.
  useEffect(() => {
    if (before.current === 'sending' && fate !== 'failed') announce(words)
    before.current = fate
  }, [fate])

  return (
    <>
      <span
        ref={line}
        id={id}
        class={classNames('tc-email-state__words', fate === 'failed' && 'tc-error')}
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
            // The button disappears, so keep the focus on its line.
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
