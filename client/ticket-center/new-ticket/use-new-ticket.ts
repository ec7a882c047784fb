import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
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
import { keyOf, useNewTicketDraft } from './use-new-ticket-draft.ts'

/** Why the ticket was not opened. It stays for a form that is left before its files have arrived. */
const last: { failure?: string | undefined } = {}

export function useNewTicket(form: RefObject<HTMLFormElement | null>) {
  const text = useLateText()
  const locale = useLocale()
  const failureText = useFailureText()
  const { go } = useRouter()
  const { dispatch } = useStore()
  const { draft, change, changeField, errors, refuse } = useNewTicketDraft(form)
  const [failure, setFailure] = useState(last.failure)
  const [{ fetching }, openTicket] = useOpenTicketMutation()
  const tray = useTray('', draft, ({ attachmentIds }) => void open(attachmentIds))
  const category = useFields(draft)
  const isShown = useRef(true)
  useEffect(() => {
    return () => {
      isShown.current = false
    }
  }, [])
  const fields = category.fields ?? []

  function fail(reason: string | undefined): void {
    last.failure = reason
    setFailure(reason)
  }

  function send(): void {
    const missing = missingIn(draft, fields, text)
    fail(undefined)
    if (Object.keys(missing).length > 0) refuse(missing)
    else if (!fetching) tray.submit()
  }

  async function open(attachmentIds: string[] | undefined): Promise<void> {
    const { subject, categoryId } = draft
    const { data, error } = await openTicket({
      input: {
        subject,
        body: draft.body.trimEnd(),
        categoryId: categoryId || null,
        fields: valuesOf(fields, draft.fields, locale),
        attachmentIds,
        // With other files it is another ticket.
        idempotencyKey: keyOf(draft) + (attachmentIds?.join('').slice(-99) ?? ''),
      },
    })
    const result = data?.openTicket
    if (result?.__typename === 'OpenTicketPayload') {
      if (drafts.newTicket === draft) drafts.newTicket = emptyTicket
      tray.clear()
      dispatch({ type: 'conversation', start: result.ticket })
      if (isShown.current) go({ name: 'ticket', id: result.ticket.id })
    } else if (result?.__typename === 'InvalidInput') {
      const { errors, failure, outdated } = errorsIn(result.issues, draft, fields, text)
      fail(isShown.current ? failure : text('new.failed'))
      if (outdated) category.again()
      refuse(errors)
    } else if (result?.__typename === 'NotFound') {
      if (!isShown.current) fail(text('new.failed'))
      refuse({ categoryId: text('new.category.gone') })
    } else {
      fail(failureText(error, text('new.failed')))
    }
  }

  return { draft, change, changeField, errors, failure, busy: fetching, send, tray, category }
}
