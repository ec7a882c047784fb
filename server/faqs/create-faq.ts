import { z } from 'zod'
import { LimitReached } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { changeSettings } from '../settings/change.ts'
import type { Changed } from '../settings/ordered-list.ts'
import { localesIn } from '../settings/translations.ts'
import { render } from '../text/render.ts'
import { faqPayload } from './payload.ts'
import { answer, question } from './rules.ts'
import { FaqTranslationInput, renderTranslations, translations } from './translations.ts'

mutation('createFaq', {
  description:
    'Adds a frequently asked question at the end of the list. A website has at most ' +
    '`Website.maxFaqs`, five by default.',
  scope: { writeSettings: true },
  fields: (t) => ({
    question: t.string({ required: true, description: 'Plain text, at most 300 characters.' }),
    answer: t.string({ required: true, description: 'Markdown, at most 5,000 characters.' }),
    translations: t.field({
      type: [FaqTranslationInput],
      description: 'Translations, at most 30, one per language.',
    }),
  }),
  input: z.object({ question, answer, translations: translations.nullish() }),
  errors: [LimitReached],
  work: async (input, context): Promise<Changed> => {
    const { html: answerHtml, rendererVersion } = await render(input.answer, 'team')
    const translations = await renderTranslations(input.translations ?? [])
    return changeSettings(context, 'createFaq', async (tx, websiteId) => {
      const count = await tx.faq.count({ where: { websiteId } })
      const { maxFaqs } = await tx.website.findUniqueOrThrow({
        where: { id: websiteId },
        select: { maxFaqs: true },
      })
      if (count >= maxFaqs)
        throw new LimitReached(
          `This website can have at most ${maxFaqs} frequently asked questions: \`updateWebsite\` sets \`maxFaqs\``,
          maxFaqs,
        )
      const { id } = await tx.faq.create({
        data: { ...input, translations, answerHtml, rendererVersion, websiteId, position: count + 1 },
      })
      return {
        result: { id, websiteId },
        details: { question: input.question, ...localesIn(input.translations) },
      }
    })
  },
  payload: faqPayload,
})
