import type { FormFieldFragment, OpenTicketMutation } from '../../graphql/operations.ts'
import type { NewTicketDraft } from '../state/drafts.ts'
import type { useLateText } from '../texts/use-text.ts'
import { isMissing } from './use-fields.ts'

/** By `subject`, `body`, `categoryId` and `field.NAME`. */
export type Errors = Record<string, string | undefined>

type Texts = ReturnType<typeof useLateText>
type Issues = Extract<OpenTicketMutation['openTicket'], { __typename: 'InvalidInput' }>['issues']

export function missingIn(draft: NewTicketDraft, fields: FormFieldFragment[], text: Texts): Errors {
  const missing: Errors = {}
  if (!draft.subject.trim()) missing.subject = text('new.subject.missing')
  if (!draft.body.trim()) missing.body = text('new.message.missing')
  for (const field of fields) {
    if (isMissing(field, draft.fields[field.name])) missing[`field.${field.name}`] = text('new.field.missing')
  }
  return missing
}

/** The server's issues by field. `failure` is one of the whole form; `outdated`: the company has changed its fields. */
export function errorsIn(issues: Issues, draft: NewTicketDraft, fields: FormFieldFragment[], text: Texts) {
  const errors: Errors = {}
  let failure: string | undefined
  let outdated = false
  for (const { path, code } of issues) {
    const [, name = '', part] = path
    const field = name === 'fields' && fields.find((one) => one.name === part)
    if (field) errors[`field.${field.name}`] = wrongValue(code, field, text)
    else if (name in draft && name !== 'fields') errors[name] = text('new.field.wrong')
    else failure = text(name === 'attachmentIds' ? 'files.expired' : 'new.failed')
    if (name === 'fields' && !field) outdated = true
  }
  return { errors, failure, outdated }
}

function wrongValue(code: string, { hint }: FormFieldFragment, text: Texts): string {
  if (code === 'REQUIRED') return text('new.field.missing')
  if (code === 'NUMBER_INVALID') return text('new.field.number', { example: 1.5 })
  return hint ?? text('new.field.wrong')
}
