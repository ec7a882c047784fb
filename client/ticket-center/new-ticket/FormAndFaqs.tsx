import { addStyles } from '../../ui/add-styles.ts'
import { Faqs } from '../help/Faqs.tsx'
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
