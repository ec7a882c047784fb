import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { translatedColumns, translationFor } from '../settings/translations.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'
import { planColumn, planList } from '../websites/planned-website.ts'
import { FaqTranslation, type StoredTranslation } from './translations.ts'

export const Faq = builder.prismaNode('Faq', {
  description:
    'A frequently asked question, shown next to the form for a new ticket. A customer gets the translation for ' +
    'their language, else for the website’s, else the original; everyone else gets the original.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    question: t.string({
      description: 'Question, as plain text.',
      select: { question: true, ...translatedColumns },
      resolve: (faq, _args, context) => (translationFor<StoredTranslation>(faq, context) ?? faq).question,
    }),
    answer: t.string({
      description: 'Answer as written, in Markdown.',
      select: { answer: true, ...translatedColumns },
      resolve: (faq, _args, context) => (translationFor<StoredTranslation>(faq, context) ?? faq).answer,
    }),
    answerHtml: t.string({
      description: 'Answer as safe HTML.',
      select: { answer: true, answerHtml: true, rendererVersion: true, ...translatedColumns },
      resolve: (faq, _args, context) => {
        const shown = translationFor<StoredTranslation>(faq, context) ?? faq
        return shown.rendererVersion === rendererVersion && shown.answerHtml !== null
          ? shown.answerHtml
          : render(shown.answer, 'team').then(({ html }) => html)
      },
    }),
    translations: t.field({
      type: [FaqTranslation],
      description: 'Translations; null for customers.',
      nullable: true,
      select: { translations: true },
      resolve: ({ translations }, _args, { viewer }) =>
        viewer?.kind === 'customer' ? null : (translations as unknown as StoredTranslation[]),
    }),
    viewCount: t.int({
      description: 'How often customers opened the answer; null for customers.',
      nullable: true,
      resolve: ({ viewCount }, _args, context) => (context.viewer?.kind === 'customer' ? null : viewCount),
    }),
    position: t.exposeInt('position', { description: 'Position in the list, starting at 1.' }),
  }),
})

builder.prismaObjectField('Website', 'faqs', (t) =>
  t.relation('faqs', {
    description: 'Frequently asked questions, in order, at most `maxFaqs`.',
    complexity: { field: 1, multiplier: 10 },
    query: { orderBy: inOrder },
  }),
)

builder.prismaObjectField('Website', 'maxFaqs', (t) =>
  t.exposeInt('maxFaqs', { description: 'Maximum number of frequently asked questions, 5 to 50.' }),
)

planColumn('maxFaqs')

planList(
  'faqs',
  `SELECT f."id", f."question", f."answer", f."answerHtml", f."rendererVersion", f."translations", f."position"
    FROM "Faq" f WHERE f."websiteId" = w."id" ORDER BY f."position", f."id"`,
  [
    ...['id', 'question', 'answer', 'answerHtml', 'position', 'translations'].map((name) => `Faq.${name}`),
    ...['locale', 'question', 'answer'].map((name) => `FaqTranslation.${name}`),
  ],
)
