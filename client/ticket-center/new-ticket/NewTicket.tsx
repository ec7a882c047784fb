import { useRef } from 'preact/hooks'
import { maxBody, maxSubject } from '../../core/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { LimitedForm } from '../../ui/LimitedForm.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { BackButton } from '../BackButton.tsx'
import { Faqs } from '../help/Faqs.tsx'
import { PaneTitle } from '../PaneTitle.tsx'
import { useRouter } from '../route.ts'
import { useStore } from '../state/context.ts'
import { useText } from '../use-text.ts'
import { useNewTicket } from './use-new-ticket.ts'

export function NewTicket() {
  const text = useText()
  const { go } = useRouter()
  const { state } = useStore()
  const categories = state.website?.categories ?? []
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, errors, failure, busy, send, tray } = useNewTicket(form)

  return (
    <div class="tc-new-ticket">
      <header class="tc-pane-header">
        <BackButton />
        <PaneTitle>{text('new.title')}</PaneTitle>
      </header>
      <div class="tc-new-ticket__columns">
        <LimitedForm formRef={form} class="tc-new-ticket__form" send={send}>
          <Field
            required
            label={text('new.subject')}
            error={errors.subject}
            value={draft.subject}
            limit={maxSubject}
          >
            {(control) => (
              <TextInput
                {...control}
                name="subject"
                autocomplete="off"
                value={draft.subject}
                onText={(subject) => change({ subject })}
              />
            )}
          </Field>
          {categories.length > 0 && (
            <Field label={text('new.category')} error={errors.categoryId}>
              {(control) => (
                <Select
                  {...control}
                  name="category"
                  value={draft.categoryId}
                  options={[
                    { value: '', label: text('new.category.none') },
                    ...categories.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onValue={(categoryId) => change({ categoryId })}
                />
              )}
            </Field>
          )}
          <Field
            required
            label={text('new.message')}
            hint={text('new.message.hint')}
            error={errors.body}
            value={draft.body}
            limit={maxBody}
          >
            {(control) => (
              <TextArea
                {...control}
                name="message"
                rows={7}
                value={draft.body}
                onText={(body) => change({ body })}
                submitKey
              />
            )}
          </Field>
          {tray.list}
          {failure && (
            <p class="tc-error" role="alert">
              {failure}
            </p>
          )}
          <div class="tc-new-ticket__actions">
            <Button type="submit" variant="primary" busy={busy}>
              {text('new.send')}
            </Button>
            {tray.input}
            {state.tickets.length > 0 && (
              <Button variant="quiet" onClick={() => go({ name: 'list' })}>
                {text('new.cancel')}
              </Button>
            )}
          </div>
        </LimitedForm>
        <Faqs />
      </div>
    </div>
  )
}
