import { useConsoleRemoveAllowedDomainMutation } from '../../../graphql/hooks.ts'
import type { ConsoleDomainFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  domain: ConsoleDomainFragment
  close: () => void
}

export function RemoveDomain({ domain, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleRemoveAllowedDomainMutation())
  return (
    <Confirm
      title={text('domains.remove.title', { domain: domain.domain })}
      text={text('domains.remove.text')}
      action={text('remove')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id: domain.id })}
      close={close}
    />
  )
}
