import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { randomId } from '../../core/random-id.ts'
import { useOpenTicketMutation } from '../../graphql/hooks.ts'
import { useFailureText } from '../../shell/use-failure-text.ts'
import { useTray } from '../../shell/use-tray.tsx'
import { drafts, emptyTicket, type NewTicketDraft } from '../drafts.ts'
import { useRouter } from '../route.ts'
import { useStore } from '../state/context.ts'
import { useLateText } from '../use-text.ts'

export type FieldErrors = Partial<Record<keyof NewTicketDraft, string>>

export function useNewTicket(form: RefObject<HTMLFormElement | null>) {
  const text = useLateText()
  const failureText = useFailureText()
  const { go } = useRouter()
  const { dispatch } = useStore()
  const [draft, setDraft] = useState(drafts.newTicket)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<string>()
  const [{ fetching }, openTicket] = useOpenTicketMutation()
  const key = useRef(randomId())
  const tray = useTray('')

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [errors])

  function change(part: Partial<NewTicketDraft>): void {
    key.current = randomId()
    drafts.newTicket = { ...draft, ...part }
    setDraft(drafts.newTicket)
    setErrors(({ ...rest }) => {
      for (const name of Object.keys(part)) delete rest[name as keyof NewTicketDraft]
      return rest
    })
  }

  async function send(): Promise<void> {
    const missing: FieldErrors = {}
    if (!draft.subject.trim()) missing.subject = text('new.subject.missing')
    if (!draft.body.trim()) missing.body = text('new.message.missing')
    setErrors(missing)
    setFailure(undefined)
    const files = tray.ready()
    if (!files || fetching || Object.keys(missing).length > 0) return

    const { subject, categoryId } = draft
    const body = draft.body.trimEnd()
    const { attachmentIds } = files
    // With other files it is another ticket.
    const idempotencyKey = key.current + (attachmentIds?.join('').slice(-99) ?? '')
    const input = { subject, body, categoryId: categoryId || null, attachmentIds, idempotencyKey }
    const { data, error } = await openTicket({ input })
    const result = data?.openTicket
    if (result?.__typename === 'OpenTicketPayload') {
      drafts.newTicket = emptyTicket
      tray.clear()
      dispatch({ type: 'conversation', start: result.ticket })
      go({ name: 'ticket', id: result.ticket.id })
    } else if (result?.__typename === 'InvalidInput') {
      const issues = result.issues.map(({ path, message }) => [path[1], message] as const)
      setErrors(Object.fromEntries(issues.filter(([name]) => name && name in draft)))
      setFailure(issues.find(([name]) => !name || !(name in draft))?.[1])
    } else {
      setFailure(failureText(error, text('new.failed')))
    }
  }

  return { draft, change, errors, failure, busy: fetching, send, tray }
}
