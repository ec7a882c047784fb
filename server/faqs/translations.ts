import { builder } from '../api/builder.ts'
import { translationsRule } from '../settings/translations.ts'
import { render } from '../text/render.ts'
import { answer, question } from './rules.ts'

type Translation = { locale: string; question: string; answer: string }

/** As stored with the question: rendered once. */
export type StoredTranslation = Translation & { answerHtml: string; rendererVersion: number }

export const FaqTranslation = builder.objectRef<StoredTranslation>('FaqTranslation').implement({
  description: 'A frequently asked question in another language.',
  fields: (t) => ({
    locale: t.exposeString('locale', { description: 'Language (BCP 47).' }),
    question: t.exposeString('question', { description: 'Question, as plain text.' }),
    answer: t.exposeString('answer', { description: 'Answer as written, in Markdown.' }),
  }),
})

export const FaqTranslationInput = builder.inputType('FaqTranslationInput', {
  description: 'A frequently asked question in another language.',
  fields: (t) => ({
    locale: t.string({ required: true, description: 'Language (BCP 47).' }),
    question: t.string({ required: true, description: 'Plain text, at most 300 characters.' }),
    answer: t.string({ required: true, description: 'Markdown, at most 5,000 characters.' }),
  }),
})

export const translations = translationsRule({ question, answer })

/** Renders the answers, before the transaction that stores them. */
export async function renderTranslations(given: Translation[]): Promise<StoredTranslation[]> {
  const rendered: StoredTranslation[] = []
  for (const translation of given) {
    const { html: answerHtml, rendererVersion } = await render(translation.answer, 'team')
    rendered.push({ ...translation, answerHtml, rendererVersion })
  }
  return rendered
}
