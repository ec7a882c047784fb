import { useState } from 'preact/hooks'
import { useConsoleDeleteWebsiteMutation } from '../../../graphql/hooks.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { websiteId } from '../../address/address.ts'
import { useFailureText } from '../../texts/use-failure-text.ts'
import { useSettings } from '../context.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { showFarewell } from './Farewell.tsx'
import { useDataText } from './use-text.ts'

/** Asks for the website’s name before it is deleted. */
export function ConfirmDeletion({ close }: { close: () => void }) {
  const text = useDataText()
  const failureText = useFailureText()
  const { name } = useSettings().website
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [{ fetching }, send] = useConsoleDeleteWebsiteMutation()

  async function confirm(): Promise<void> {
    const wrong = typed.trim() !== name.trim()
    setWrong(wrong)
    if (wrong) return
    const { data, error } = await send({ input: { confirm: websiteId } })
    const result = data?.deleteWebsite
    if (result?.__typename === 'DeleteWebsitePayload') showFarewell(text, name)
    else setFailure(failureText(error, result))
  }

  return (
    <Confirm
      title={text('website.delete.title', { name })}
      text={text('website.delete.consequences')}
      action={text('website.delete.action')}
      busy={fetching}
      failure={failure}
      confirm={confirm}
      close={close}
    >
      <TextField
        required
        label={text('website.delete.name', { name })}
        error={isWrong ? text('website.delete.wrong') : undefined}
        value={typed}
        limit={100}
        onText={setTyped}
      />
    </Confirm>
  )
}
