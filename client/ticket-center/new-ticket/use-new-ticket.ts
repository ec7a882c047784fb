import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { randomId } from '../../core/random-id.ts'
import { useOpenTicketMutation } from '../../graphql/hooks.ts'
import { useFailureText } from '../../shell/use-failure-text.ts'
import { useTray } from '../../shell/use-tray.tsx'
import { useLocale } from '../../ui/locale.ts'
import { drafts, emptyTicket, type NewTicketDraft } from '../drafts.ts'
import { useRouter } from '../route.ts'
import { useStore } from '../state/context.ts'
import { useLateText } from '../use-text.ts'
import { isMissing, useFields, valuesOf } from './use-fields.ts'

/** By `subject`, `body`, `categoryId` and `field.NAME`. */
type Errors = Record<string, string | undefined>

export function useNewTicket(form: RefObject<HTMLFormElement | null>) {
  const text = useLateText()
  const locale = useLocale()
  const failureText = useFailureText()
  const { go } = useRouter()
  const { dispatch } = useStore()
  const [draft, setDraft] = useState(drafts.newTicket)
  const [errors, setErrors] = useState<Errors>({})
  const [refused, setRefused] = useState(0)
  const [failure, setFailure] = useState<string>()
  const [{ fetching }, openTicket] = useOpenTicketMutation()
  const key = useRef(randomId())
  const tray = useTray('')
  const category = useFields(draft)

  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])

  /** `names` are those of errors that no longer apply. */
  function change(part: Partial<NewTicketDraft>, names = Object.keys(part)): void {
    key.current = randomId()
    drafts.newTicket = { ...draft, ...part }
    setDraft(drafts.newTicket)
    setErrors((before) => ({ ...before, ...Object.fromEntries(names.map((name) => [name, undefined])) }))
  }

  function changeField(name: string, value: string): void {
    change({ fields: { ...draft.fields, [name]: value } }, [`field.${name}`])
  }

  function refuse(reasons: Errors): void {
    setErrors(reasons)
    setRefused((count) => count + 1)
  }

  async function send(): Promise<void> {
    const { subject, categoryId } = draft
    const body = draft.body.trimEnd()
    const fields = category.fields ?? []
    const missing: Errors = {}
    if (!subject.trim()) missing.subject = text('new.subject.missing')
    if (!body) missing.body = text('new.message.missing')
    for (const field of fields) {
      if (isMissing(field, draft.fields[field.name]))
        missing[`field.${field.name}`] = text('new.field.missing')
    }
    setFailure(undefined)
    const files = tray.ready()
    if (Object.keys(missing).length > 0) return refuse(missing)
    if (!files || fetching) return

    const { attachmentIds } = files
    // With other files it is another ticket.
    const idempotencyKey = key.current + (attachmentIds?.join('').slice(-99) ?? '')
    const values = valuesOf(fields, draft.fields, locale)
    const { data, error } = await openTicket({
      input: { subject, body, categoryId: categoryId || null, fields: values, attachmentIds, idempotencyKey },
    })
    const result = data?.openTicket
    if (result?.__typename === 'OpenTicketPayload') {
      drafts.newTicket = emptyTicket
      tray.clear()
      dispatch({ type: 'conversation', start: result.ticket })
      go({ name: 'ticket', id: result.ticket.id })
    } else if (result?.__typename === 'InvalidInput') {
      const reasons: Errors = {}
      for (const { path, message } of result.issues) {
        const [, name = '', part] = path
        const field = name === 'fields' && fields.find((one) => one.name === part)
        if (field) reasons[`field.${field.name}`] = field.hint ?? text('new.field.wrong')
        else if (name in draft && name !== 'fields') reasons[name] = message
        else setFailure(message)
        // The company has changed its fields.
        if (name === 'fields' && !field) category.again()
      }
      refuse(reasons)
    } else {
      setFailure(failureText(error, text('new.failed')))
    }
  }

  return { draft, change, changeField, errors, failure, busy: fetching, send, tray, category }
}
