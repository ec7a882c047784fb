import { useConsoleEraseCustomerMutation } from '../../../graphql/hooks.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useDataText } from './use-text.ts'

interface Props {
  email: string
  /** Called with what was erased, in words. */
  onErased: (result: string) => void
  close: () => void
}

export function EraseCustomer({ email, onErased, close }: Props) {
  const text = useDataText()
  const { change, busy, issues, failure } = useChange(useConsoleEraseCustomerMutation(), ['email'])

  async function erase(): Promise<boolean> {
    const erased = await change({ email })
    if (erased) onErased(text('person.erased', { tickets: erased.tickets, messages: erased.messages }))
    return !!erased
  }

  return (
    <Confirm
      title={text('person.erase.title', { email })}
      text={text('person.erase.text')}
      action={text('person.erase')}
      busy={busy}
      failure={issues.email ?? failure}
      confirm={erase}
      close={close}
    />
  )
}
