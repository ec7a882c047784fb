import { builder } from '../api/builder.ts'
import { coded } from '../api/errors.ts'
import { readViewer, ViewerUnion } from './session.ts'

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerUnion,
    description: 'Who is calling; null for nobody. Refused credentials are an error, not nobody.',
    nullable: true,
    resolve: (_root, _args, { viewer, refused }) => {
      if (refused) throw coded('UNAUTHENTICATED', 'The credentials were refused')
      return viewer && readViewer(viewer)
    },
  }),
)
