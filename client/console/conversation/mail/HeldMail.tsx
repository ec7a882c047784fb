import { useId, useState } from 'preact/hooks'
import { Button } from '../../../ui/Button.tsx'
import { Folded } from '../../../ui/Folded.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Time } from '../../../ui/Time.tsx'
import type { HeldMail as Held } from '../../state/state.ts'
import { useText } from '../../use-text.ts'
import { isolate, isolateSender } from './isolate.ts'

interface Props {
  mail: Held
  /** Answers what went wrong. */
  onDiscard: () => Promise<string | undefined>
}

/** A mail of whose sender the server is not sure: shown to be judged, as plain text alone. */
export function HeldMail({ mail, onDiscard }: Props) {
  const text = useText()
  const locale = useLocale()
  const id = useId()
  // Several may be from the same sender.
  const label = `${id}-title ${id}-facts`
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { from, subject, reason, receivedAt, attachments } = mail
  const names = new Intl.ListFormat(locale).format(attachments.map(({ name }) => isolate(name)))

  async function discard(): Promise<void> {
    setBusy(true)
    setFailure(await onDiscard())
    setBusy(false)
  }

  return (
    <article class="tc-held" aria-labelledby={label}>
      <p class="tc-held__words">
        <span id={`${id}-title`}>
          {text('held.title', { from: isolateSender(from ?? text('held.nobody')) })}
        </span>{' '}
        {reason && `${reason}. `}
        {text('held.text')}
      </p>
      <p class="tc-held__facts" id={`${id}-facts`}>
        {subject && (
          <span class="tc-held__subject" dir="auto">
            {subject}
          </span>
        )}
        <Time value={receivedAt} as="moment" />
      </p>
      {names && <p class="tc-held__facts">{text('held.attachments', { names })}</p>}
      {mail.text && <Folded more={text('held.show')} less={text('held.hide')} text={mail.text} />}
      <p class="tc-held__actions">
        <Button busy={busy} aria-describedby={label} onClick={() => void discard()}>
          {text('held.discard')}
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
