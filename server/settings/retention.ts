import { RetentionAction as Actions } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { WebsiteSettings } from './settings.ts'

export const RetentionAction = builder.enumType('RetentionAction', {
  description: 'What happens to tickets that have been solved for long.',
  values: {
    ERASE: {
      value: Actions.ERASE,
      description:
        'What anybody wrote in them is erased, with files and participants. Number, dates, status, category and ' +
        'customer stay.',
    },
    DELETE: { value: Actions.DELETE, description: 'They are deleted. Their numbers are not used again.' },
  },
})

builder.prismaObjectFields(WebsiteSettings, (t) => ({
  retentionMonths: t.exposeInt('retentionMonths', {
    description: 'Months after which solved tickets are erased or deleted, within an hour; null for never.',
    nullable: true,
  }),
  retentionAction: t.expose('retentionAction', {
    type: RetentionAction,
    description: 'What happens to them then.',
  }),
}))
