import type { ComponentChildren } from 'preact'
import { useConsoleUpdateFaqMutation } from '../../../graphql/hooks.ts'
import type { ConsoleFaqFragment } from '../../../graphql/operations.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { RichText } from '../../../ui/text/RichText.tsx'
import { useChange } from '../forms/use-change.ts'
import { useEditing } from '../forms/use-editing.ts'
import { languagesOf } from '../translations/languages-of.ts'
import { useText } from '../use-text.ts'
import { FaqForm } from './FaqForm.tsx'

interface Props {
  faq: ConsoleFaqFragment
  buttons: ComponentChildren
  askToDelete: () => void
}

export function FaqRow({ faq, buttons, askToDelete }: Props) {
  const text = useText()
  const { editing, start, stop, opener } = useEditing()
  const { change, forget, ...state } = useChange(useConsoleUpdateFaqMutation(), [
    'question',
    'answer',
    'translations',
  ])
  const locale = useLocale()
  const { id, question, answer, answerHtml, viewCount, translations } = faq
  if (editing) {
    return (
      <FaqForm
        {...state}
        saved={{ question, answer, translations: translations ?? [] }}
        save={(values) => change({ id, ...values })}
        close={() => {
          forget()
          stop()
        }}
      />
    )
  }
  return (
    <>
      <div class="tc-row__words">
        <h2 class="tc-row__name" dir="auto">
          {question}
        </h2>
        <p class="tc-row__facts">
          <span>{viewCount ? text('faqs.views', { count: viewCount }) : text('faqs.views.none')}</span>
          <span>{languagesOf(locale, translations)}</span>
        </p>
      </div>
      <div class="tc-row__actions">
        {buttons}
        <Button
          variant="quiet"
          aria-label={text('edit.what', { name: question })}
          onClick={start}
          {...opener}
        >
          {text('edit')}
        </Button>
        <Button variant="quiet" aria-label={text('delete.what', { name: question })} onClick={askToDelete}>
          {text('delete')}
        </Button>
      </div>
      <section
        class="tc-faq-answer"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard.
        tabIndex={0}
        aria-label={question}
      >
        <RichText html={answerHtml} />
      </section>
    </>
  )
}
