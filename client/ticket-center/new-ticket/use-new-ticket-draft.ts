import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { randomId } from '../../core/random-id.ts'
import { drafts, type NewTicketDraft } from '../state/drafts.ts'
import type { Errors } from './errors.ts'

const keys = new WeakMap<NewTicketDraft, string>()

/** The idempotency key of what is sent; another one for what was changed. */
export function keyOf(draft: NewTicketDraft): string {
  const key = keys.get(draft) ?? randomId()
  keys.set(draft, key)
  return key
}

/** What somebody writes in the form, and what is wrong with it. */
export function useNewTicketDraft(form: RefObject<HTMLFormElement | null>) {
  const [draft, setDraft] = useState(drafts.newTicket)
  const [errors, setErrors] = useState<Errors>({})
  const [refused, setRefused] = useState(0)

  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])

  /** `names` are those of errors that no longer apply. */
  function change(part: Partial<NewTicketDraft>, names = Object.keys(part)): void {
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

  return { draft, change, changeField, errors, refuse }
}
