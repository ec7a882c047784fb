import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { maxBody, maxSubject } from '../../core/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { LimitedForm } from '../../ui/form/LimitedForm.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { TextInput } from '../../ui/form/TextInput.tsx'
import { OfficeHours } from '../help/OfficeHours.tsx'
import { ReplyTime } from '../help/ReplyTime.tsx'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { useLateText } from '../texts/use-text.ts'
import { CategoryField } from './CategoryField.tsx'
import { Fields } from './Fields.tsx'
import { MatchingFaqs } from './MatchingFaqs.tsx'
import { useNewTicket } from './use-new-ticket.ts'

export function NewTicketForm() {
  const text = useLateText()
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, changeField, errors, failure, busy, send, tray, category } = useNewTicket(form)
  const { subject, categoryId, body } = draft

  return (
    <LimitedForm formRef={form} class="tc-new-ticket__form" send={send}>
      <OfficeHours />
      <Field required label={text('new.subject')} error={errors.subject} value={subject} limit={maxSubject}>
        {(control) => (
          <TextInput
            {...control}
            name="subject"
            autocomplete="off"
            value={subject}
            onText={(subject) => change({ subject })}
          />
        )}
      </Field>
      <MatchingFaqs subject={subject} />
      <CategoryField
        value={categoryId}
        error={errors.categoryId}
        onValue={(categoryId) => change({ categoryId })}
      />
      <Fields {...category} values={draft.fields} errors={errors} onValue={changeField} />
      <Field
        required
        label={text('new.message')}
        hint={text('new.message.hint')}
        error={errors.body}
        value={body}
        limit={maxBody}
      >
        {(control) => (
          <TextArea
            {...control}
            name="message"
            rows={7}
            value={body}
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
      <Actions busy={busy} fileInput={tray.input} onCancel={tray.hold} />
      <ReplyTime />
    </LimitedForm>
  )
}

interface ActionsProps {
  busy: boolean
  fileInput: ComponentChildren
  onCancel: () => void
}

function Actions({ busy, fileInput, onCancel }: ActionsProps) {
  const text = useLateText()
  const { go } = useRouter()
  const { state } = useStore()
  return (
    <div class="tc-new-ticket__actions">
      <Button type="submit" variant="primary" busy={busy}>
        {text('new.send')}
      </Button>
      {fileInput}
      {state.tickets.length > 0 && (
        <Button
          variant="quiet"
          onClick={() => {
            onCancel()
            go({ name: 'list' })
          }}
        >
          {text('new.cancel')}
        </Button>
      )}
    </div>
  )
}
