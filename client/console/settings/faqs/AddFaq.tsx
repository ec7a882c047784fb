import { useConsoleCreateFaqMutation } from '../../../graphql/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useSettings } from '../context.ts'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { useText } from '../use-text.ts'
import { FaqForm } from './FaqForm.tsx'

const empty = { question: '', answer: '', translations: [] }

export function AddFaq({ count }: { count: number }) {
  const text = useText()
  const { maxFaqs } = useSettings().website
  const { editing, start, stop, opener } = useEditing()
  const { change, forget, ...state } = useChange(useConsoleCreateFaqMutation(), [
    'question',
    'answer',
    'translations',
  ])
  if (editing) {
    return (
      <FaqForm
        {...state}
        saved={empty}
        save={change}
        close={() => {
          forget()
          stop()
        }}
      />
    )
  }
  if (count >= maxFaqs) return <p class="tc-hint">{text('faqs.full', { count: maxFaqs })}</p>
  return (
    <Button onClick={start} {...opener}>
      <Icon name="plus" />
      {text('faqs.add')}
    </Button>
  )
}
