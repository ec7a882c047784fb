import { useState } from 'preact/hooks'
import { useConsoleRedeliverWebhooksMutation } from '../../../graphql/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAnnounce } from '../../announcements/use-announce.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'
import { SinceChoice } from './SinceChoice.tsx'

const hour = 60 * 60_000

/** Sends everything since a time again. */
export function SendAgain({ endpointId, onDone }: { endpointId: string; onDone: () => void }) {
  const text = useText()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const [hours, setHours] = useState('24')
  const { change, busy, failure } = useChange(useConsoleRedeliverWebhooksMutation())

  async function send(): Promise<boolean> {
    const since = new Date(Date.now() - Number(hours) * hour).toISOString()
    const sent = await change({ endpointId, since })
    if (!sent) return false
    announce(text('webhooks.since.done', { count: sent.count }))
    onDone()
    return true
  }

  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {text('webhooks.since')}
      </Button>
      {asking && (
        <Confirm
          title={text('webhooks.since')}
          text={text('webhooks.since.text')}
          action={text('webhooks.again')}
          busy={busy}
          failure={failure}
          confirm={send}
          close={() => setAsking(false)}
        >
          <SinceChoice value={hours} onValue={setHours} />
        </Confirm>
      )}
    </>
  )
}
