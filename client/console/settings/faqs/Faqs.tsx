import { useState } from 'preact/hooks'
import { useConsoleDeleteFaqMutation, useConsoleMoveFaqMutation } from '../../../graphql/hooks.ts'
import type { ConsoleFaqFragment } from '../../../graphql/operations.ts'
import { useSettings } from '../context.ts'
import { Failure } from '../forms/Failure.tsx'
import { useChange } from '../forms/use-change.ts'
import { ConfirmChange } from '../parts/ConfirmChange.tsx'
import { Page } from '../parts/Page.tsx'
import { SortableList } from '../parts/SortableList.tsx'
import { useText } from '../use-text.ts'
import { AddFaq } from './AddFaq.tsx'
import { FaqRow } from './FaqRow.tsx'
import { MaxFaqs } from './MaxFaqs.tsx'

export function Faqs() {
  const text = useText()
  const { faqs } = useSettings().website
  const [leaving, setLeaving] = useState<ConsoleFaqFragment>()
  const { change, failure } = useChange(useConsoleMoveFaqMutation())
  return (
    <Page title={text('section.faqs')} lead={text('faqs.lead')}>
      {faqs.length === 0 && <p class="tc-none">{text('faqs.none')}</p>}
      <SortableList
        label={text('section.faqs')}
        items={faqs}
        nameOf={({ question }) => question}
        send={(id, position) => change({ id, position })}
      >
        {(faq, buttons) => <FaqRow faq={faq} buttons={buttons} askToDelete={() => setLeaving(faq)} />}
      </SortableList>
      <Failure text={failure} />
      <AddFaq count={faqs.length} />
      <MaxFaqs />
      {leaving && (
        <ConfirmChange
          useMutation={useConsoleDeleteFaqMutation}
          input={{ id: leaving.id }}
          title={text('faqs.delete.title', { name: leaving.question })}
          text={text('faqs.delete.text')}
          action={text('delete')}
          close={() => setLeaving(undefined)}
        />
      )}
    </Page>
  )
}
