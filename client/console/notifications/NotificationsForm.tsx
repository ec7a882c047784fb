import { useState } from 'preact/hooks'
import { useConsoleSetNotificationsMutation } from '../../graphql/hooks.ts'
import type { EmailNotifications } from '../../graphql/operations.ts'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../announcements/use-announce.ts'
import { Choices } from '../choices/Choices.tsx'
import { useFailureText } from '../texts/use-failure-text.ts'
import { useText } from '../texts/use-text.ts'

interface Props {
  operator: { email?: string | null; notifications?: EmailNotifications | null }
  close: () => void
}

const choices: EmailNotifications[] = ['ALL', 'ASSIGNED', 'NONE']

export function NotificationsForm({ operator, close }: Props) {
  const text = useText()
  const announce = useAnnounce()
  const failureText = useFailureText()
  const [{ fetching }, send] = useConsoleSetNotificationsMutation()
  const [chosen, setChosen] = useState(operator.notifications ?? 'ALL')
  const [failure, setFailure] = useState<string>()

  async function save(): Promise<void> {
    setFailure(undefined)
    const { data, error } = await send({ input: { notifications: chosen } })
    if (data?.setNotifications?.__typename !== 'SetNotificationsPayload') {
      setFailure(failureText(error))
      return
    }
    announce(text('notifications.saved'))
    close()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!fetching) void save()
      }}
    >
      <Choices
        legend={text('notifications.about')}
        options={choices.map((value) => ({
          value,
          label: text(`notifications.${value}`),
          hint: text(`notifications.${value}.hint`),
        }))}
        chosen={chosen}
        onChosen={setChosen}
      />
      <p class="tc-notifications__address">
        {text('notifications.address', { email: operator.email ?? '' })}
      </p>
      {failure && (
        <p class="tc-error" role="alert">
          {failure}
        </p>
      )}
      <div class="tc-dialog__actions">
        <Button onClick={close}>{text('notifications.cancel')}</Button>
        <Button type="submit" variant="primary" busy={fetching}>
          {text('notifications.save')}
        </Button>
      </div>
    </form>
  )
}
