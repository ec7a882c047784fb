import { OperatorRole as Roles } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'

export const OperatorRole = builder.enumType('OperatorRole', {
  description: 'Role of an operator.',
  values: {
    ADMIN: { value: Roles.ADMIN, description: 'Answers tickets and changes settings.' },
    AGENT: { value: Roles.AGENT, description: 'Answers tickets.' },
  },
})
