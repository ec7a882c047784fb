import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { useOpenTicketMutation } from '../../graphql/hooks.ts'
import { useTray } from '../../shell/composer/use-tray.tsx'
import { useFailureText } from '../../shell/use-failure-text.ts'
import { useLocale } from '../../ui/locale.ts'
import { useRouter } from '../routing/route.ts'
import { useStore } from '../state/context.ts'
import { drafts, emptyTicket } from '../state/drafts.ts'
import { useLateText } from '../texts/use-text.ts'
import { errorsIn, missingIn } from './errors.ts'
import { useFields, valuesOf } from './use-fields.ts'
import { useNewTicketDraft } from './use-new-ticket-draft.ts'

export function useNewTicket(form: RefObject<HTMLFormElement | null>) {
  const text = useLateText()
  const locale = useLocale()
  const failureText = useFailureText()
  const { go } = useRouter()
  const { dispatch } = useStore()
  const { draft, change, changeField, key, errors, refuse } = useNewTicketDraft(form)
  const [failure, setFailure] = useState<string>()
  const [{ fetching }, openTicket] = useOpenTicketMutation()
  const tray = useTray('')
  const category = useFields(draft)

  async function send(): Promise<void> {
    const { subject, categoryId } = draft
    const fields = category.fields ?? []
    const missing = missingIn(draft, fields, text)
    setFailure(undefined)
    const files = tray.ready()
    if (Object.keys(missing).length > 0) return refuse(missing)
    if (!files || fetching) return

    const { attachmentIds } = files
    const { data, error } = await openTicket({
      input: {
        subject,
        body: draft.body.trimEnd(),
        categoryId: categoryId || null,
        fields: valuesOf(fields, draft.fields, locale),
        attachmentIds,
        // With other files it is another ticket.
        idempotencyKey: key.current + (attachmentIds?.join('').slice(-99) ?? ''),
      },
    })
    const result = data?.openTicket
    if (result?.__typename === 'OpenTicketPayload') {
      drafts.newTicket = emptyTicket
      tray.clear()
      dispatch({ type: 'conversation', start: result.ticket })
      go({ name: 'ticket', id: result.ticket.id })
    } else if (result?.__typename === 'InvalidInput') {
      const { errors, failure, outdated } = errorsIn(result.issues, draft, fields, text)
      setFailure(failure)
      if (outdated) category.again()
      refuse(errors)
    } else if (result?.__typename === 'NotFound') {
      refuse({ categoryId: text('new.category.gone') })
    } else {
      setFailure(failureText(error, text('new.failed')))
    }
  }

  return { draft, change, changeField, errors, failure, busy: fetching, send, tray, category }
}
