import { builder } from '../api/builder.ts'
import { coded } from '../api/errors.ts'
import { readViewer, ViewerUnion } from './session.ts'

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerUnion,
    description: 'The caller; null without credentials. Invalid credentials are an error, not null.',
    nullable: true,
    resolve: (_root, _args, { viewer, refused, customer }) => {
      if (refused) throw coded('UNAUTHENTICATED', 'Invalid credentials')
      return viewer && readViewer(viewer, customer)
    },
  }),
)
