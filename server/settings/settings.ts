import { builder } from '../api/builder.ts'
import { Website } from '../websites/website.ts'
import { readsSettings } from './visibility.ts'

/** The website's settings, for those who may read them; the fields are hung on by the features. */
export const WebsiteSettings = builder.prismaObject('Website', {
  variant: 'WebsiteSettings',
  description: 'What administrators configure.',
  fields: (t) => ({
    headHtml: t.exposeString('headHtml', {
      description: 'HTML for the head of the frame’s document, as it was saved. It is served sanitised.',
    }),
    participantsEnabled: t.exposeBoolean('participantsEnabled', {
      description: 'Whether tickets may have participants; if not, those passed are ignored.',
    }),
  }),
})

builder.prismaObjectField(Website, 'settings', (t) =>
  t.variant(WebsiteSettings, {
    description: 'Settings; null for everybody but administrators and keys with SETTINGS_READ.',
    isNull: (_website, _args, context) => !readsSettings(context),
  }),
)
