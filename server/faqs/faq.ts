import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { inOrder } from '../settings/ordered-list.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'
import { planList } from '../websites/planned-website.ts'

export const Faq = builder.prismaNode('Faq', {
  description: 'A frequently asked question, shown next to the form for a new ticket.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    question: t.exposeString('question', { description: 'Question, as plain text.' }),
    answer: t.exposeString('answer', { description: 'Answer as written, in Markdown.' }),
    answerHtml: t.string({
      description: 'Answer as safe HTML.',
      resolve: ({ answer, answerHtml, rendererVersion: version }) =>
        version === rendererVersion && answerHtml !== null
          ? answerHtml
          : render(answer, 'team').then(({ html }) => html),
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
    description: 'Frequently asked questions, in order, at most five.',
    complexity: { field: 1, multiplier: 5 },
    query: { orderBy: inOrder },
  }),
)

planList(
  'faqs',
  `SELECT f."id", f."question", f."answer", f."answerHtml", f."rendererVersion", f."position"
    FROM "Faq" f WHERE f."websiteId" = w."id" ORDER BY f."position", f."id"`,
  ['id', 'question', 'answer', 'answerHtml', 'position'].map((name) => `Faq.${name}`),
)
