import { builder } from '../api/builder.ts'
import { member } from '../api/context.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'

export const Faq = builder.prismaNode('Faq', {
  description: 'A frequently asked question, shown beside the form for a new ticket.',
  id: { field: 'id', description: 'Global id.' },
  nullable: true,
  findUnique: (id, context) => ({ id, websiteId: member(context).websiteId }),
  fields: (t) => ({
    question: t.exposeString('question', { description: 'The question, plain text.' }),
    answer: t.exposeString('answer', { description: 'The answer as written, in Markdown.' }),
    answerHtml: t.string({
      description: 'The answer as safe HTML.',
      resolve: async ({ answer, answerHtml, rendererVersion: version }) =>
        version === rendererVersion && answerHtml !== null ? answerHtml : (await render(answer, 'team')).html,
    }),
    viewCount: t.int({
      description: 'How often customers opened it; null for customers.',
      nullable: true,
      resolve: ({ viewCount }, _args, context) => (context.viewer?.kind === 'customer' ? null : viewCount),
    }),
    position: t.exposeInt('position', { description: 'Place in the list, from 1 on.' }),
  }),
})

builder.prismaObjectField('Website', 'faqs', (t) =>
  t.relation('faqs', {
    description: 'Frequently asked questions, at most five, in their order.',
    complexity: { field: 1, multiplier: 5 },
    query: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  }),
)
