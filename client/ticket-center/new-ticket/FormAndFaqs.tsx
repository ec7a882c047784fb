import { Faqs } from '../help/Faqs.tsx'
import { addStyles } from '../late/add-styles.ts'
import css from './late.css?inline'
import { NewTicketForm } from './NewTicketForm.tsx'

addStyles(css)

export function FormAndFaqs() {
  return (
    <div class="tc-new-ticket__columns">
      <NewTicketForm />
      <Faqs />
    </div>
  )
}
