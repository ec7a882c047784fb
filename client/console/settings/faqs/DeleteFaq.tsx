import { useConsoleDeleteFaqMutation } from '../../../graphql/hooks.ts'
import type { ConsoleFaqFragment } from '../../../graphql/operations.ts'
import { useChange } from '../forms/use-change.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useText } from '../use-text.ts'

interface Props {
  faq: ConsoleFaqFragment
  close: () => void
}

export function DeleteFaq({ faq, close }: Props) {
  const text = useText()
  const { change, busy, failure } = useChange(useConsoleDeleteFaqMutation())
  return (
    <Confirm
      title={text('faqs.delete.title', { name: faq.question })}
      text={text('faqs.delete.text')}
      action={text('delete')}
      busy={busy}
      failure={failure}
      confirm={() => change({ id: faq.id })}
      close={close}
    />
  )
}
