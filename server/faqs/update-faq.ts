import { z } from 'zod'
import { NotFound } from '../api/errors.ts'
import { globalId } from '../api/global-id.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import type { Changed } from '../settings/ordered-list.ts'
import { localesIn } from '../settings/translations.ts'
import { render } from '../text/render.ts'
import { faqPayload } from './payload.ts'
import { answer, question } from './rules.ts'
import { FaqTranslationInput, renderTranslations, translations } from './translations.ts'

mutation('updateFaq', {
  description: 'Changes a question or its answer. Only the fields given are changed.',
  scope: { writeSettings: true },
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the question.' }),
    question: t.string({ description: 'Plain text, at most 300 characters.' }),
    answer: t.string({ description: 'Markdown, at most 5,000 characters.' }),
    translations: t.field({
      type: [FaqTranslationInput],
      description:
        'Translations, at most 30, one per language. They replace all existing ones; an empty list removes them.',
    }),
  }),
  input: z.object({
    id: globalId('Faq'),
    question: question.nullish(),
    answer: answer.nullish(),
    translations: translations.nullish(),
  }),
  errors: [NotFound],
  work: async ({ id, ...input }, context): Promise<Changed> => {
    const rendered = input.answer == null ? null : await render(input.answer, 'team')
    const translations = input.translations && (await renderTranslations(input.translations))
    return changeSettings(context, 'updateFaq', async (tx, websiteId) => {
      const faq = await tx.faq.findFirst({ where: { id, websiteId } })
      if (!faq) throw new NotFound('There is no such question')
      const data = { question: input.question ?? faq.question, answer: input.answer ?? faq.answer }
      const html = rendered && { answerHtml: rendered.html, rendererVersion: rendered.rendererVersion }
      const others = translations && { translations }
      await tx.faq.update({ where: { id }, data: { ...data, ...html, ...others } })
      return { result: { id, websiteId }, details: { question: data.question, ...localesIn(translations) } }
    })
  },
  payload: faqPayload,
})
