import { RetentionAction as Actions } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { WebsiteSettings } from './settings.ts'

export const RetentionAction = builder.enumType('RetentionAction', {
  description: 'What happens to tickets that have been solved for a long time.',
  values: {
    ERASE: {
      value: Actions.ERASE,
      description:
        'Everything written in them is erased, including files and participants. Number, dates, status, category ' +
        'and customer are kept.',
    },
    DELETE: { value: Actions.DELETE, description: 'They are deleted. Their numbers are not used again.' },
  },
})

builder.prismaObjectFields(WebsiteSettings, (t) => ({
  retentionMonths: t.exposeInt('retentionMonths', {
    description:
      'Months after which solved tickets are erased or deleted, checked once an hour; null for never.',
    nullable: true,
  }),
  retentionAction: t.expose('retentionAction', {
    type: RetentionAction,
    description: 'What happens to solved tickets after `retentionMonths`.',
  }),
}))
