import { useId, useState } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Time } from '../../../ui/Time.tsx'
import { Folded } from '../../../ui/text/Folded.tsx'
import type { QuarantinedEmail as Quarantined } from '../../state/state.ts'
import { useText } from '../../texts/use-text.ts'
import { isolate, isolateSender } from './isolate.ts'

interface Props {
  email: Quarantined
  /** Both return what went wrong. */
  onAccept: () => Promise<string | undefined>
  onDiscard: () => Promise<string | undefined>
}

/** A text up to this many characters is shown at once. */
const maxUnfolded = 600

/** A quarantined email, shown as plain text for the operator to judge. */
export function QuarantinedEmail({ email, onAccept, onDiscard }: Props) {
  const text = useText()
  const locale = useLocale()
  const id = useId()
  // Several emails may be from the same sender.
  const label = `${id}-title ${id}-facts`
  const [busy, setBusy] = useState<'accept' | 'discard'>()
  const [failure, setFailure] = useState<string>()
  const { from, subject, reason, receivedAt, attachments } = email
  const names = new Intl.ListFormat(locale).format(attachments.map(({ name }) => isolate(name)))

  async function decide(decision: 'accept' | 'discard'): Promise<void> {
    if (busy) return
    setBusy(decision)
    setFailure(await (decision === 'accept' ? onAccept() : onDiscard()))
    setBusy(undefined)
  }

  return (
    <article class="tc-quarantined" aria-labelledby={label}>
      <p class="tc-quarantined__words">
        <span id={`${id}-title`}>
          {text('quarantined.title', { from: isolateSender(from ?? text('quarantined.nobody')) })}
        </span>{' '}
        {reason && `${reason}. `}
        {text('quarantined.text')}
      </p>
      <p class="tc-quarantined__facts" id={`${id}-facts`}>
        {subject && (
          <span class="tc-quarantined__subject" dir="auto">
            {subject}
          </span>
        )}
        <Time value={receivedAt} as="moment" />
      </p>
      {names && <p class="tc-quarantined__facts">{text('quarantined.attachments', { names })}</p>}
      {email.text && email.text.length > maxUnfolded && (
        <Folded more={text('quarantined.show')} less={text('quarantined.hide')} text={email.text} />
      )}
      {email.text && email.text.length <= maxUnfolded && (
        <p class="tc-quarantined__text" dir="auto">
          {email.text}
        </p>
      )}
      <p class="tc-quarantined__actions">
        <Button busy={busy === 'accept'} aria-describedby={label} onClick={() => void decide('accept')}>
          {text('quarantined.accept')}
        </Button>
        <Button busy={busy === 'discard'} aria-describedby={label} onClick={() => void decide('discard')}>
          {text('quarantined.discard')}
        </Button>
        {failure && (
          <span class="tc-error" role="alert">
            {failure}
          </span>
        )}
      </p>
    </article>
  )
}
