import { useId, useState } from 'preact/hooks'
import { maxBody } from '../../core/limits.ts'
import type { ConsoleProposedRepliesFragment } from '../../graphql/operations.ts'
import { Button } from '../../ui/Button.tsx'
import { useTooLong } from '../../ui/form/limits.ts'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { Time } from '../../ui/Time.tsx'
import { useText } from '../texts/use-text.ts'

interface Props {
  proposal: NonNullable<ConsoleProposedRepliesFragment['proposedReplies']>[number]
  /** Both return what went wrong. `body`: null if it was not edited. */
  onSend: (body: string | null) => Promise<string | undefined>
  onDiscard: () => Promise<string | undefined>
}

/** A reply that an operator sends, edits or discards. */
export function ProposedReply({ proposal, onSend, onDiscard }: Props) {
  const text = useText()
  const id = useId()
  const { author, body, createdAt } = proposal
  const [edited, setEdited] = useState<string>()
  const [busy, setBusy] = useState<'send' | 'discard'>()
  const [failure, setFailure] = useState<string>()
  const tooLong = useTooLong(`${id}-length`, (edited ?? '').trimEnd(), maxBody)
  const unsendable = tooLong !== undefined || edited?.trim() === ''

  async function decide(decision: 'send' | 'discard'): Promise<void> {
    if (busy) return
    setBusy(decision)
    const words = edited === undefined || edited === body ? null : edited.trimEnd()
    setFailure(await (decision === 'send' ? onSend(words) : onDiscard()))
    setBusy(undefined)
  }

  return (
    <article class="tc-proposal" aria-labelledby={id}>
      <p class="tc-proposal__head">
        <span id={id}>{text('proposal.title', { name: author.name })}</span>{' '}
        <Time value={createdAt} as="clock" />
      </p>
      {edited === undefined ? (
        <p class="tc-proposal__text" dir="auto">
          {body}
        </p>
      ) : (
        <TextArea
          class="tc-textarea"
          aria-label={text('composer.label')}
          aria-invalid={tooLong ? true : undefined}
          aria-describedby={tooLong ? `${id}-length` : undefined}
          autoFocus
          value={edited}
          onText={setEdited}
        />
      )}
      {tooLong && (
        <p class="tc-error" id={`${id}-length`} role="status">
          {tooLong}
        </p>
      )}
      <p class="tc-proposal__actions">
        <Button
          variant="primary"
          busy={busy === 'send'}
          disabled={unsendable}
          aria-describedby={id}
          onClick={() => void decide('send')}
        >
          {text('proposal.send')}
        </Button>
        {edited === undefined ? (
          <Button aria-describedby={id} onClick={() => setEdited(body)}>
            {text('proposal.edit')}
          </Button>
        ) : (
          <Button aria-describedby={id} onClick={() => setEdited(undefined)}>
            {text('proposal.cancel')}
          </Button>
        )}
        <Button busy={busy === 'discard'} aria-describedby={id} onClick={() => void decide('discard')}>
          {text('proposal.discard')}
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
