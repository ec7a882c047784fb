import { builder } from '../api/builder.ts'
import { notYours } from '../api/context.ts'
import { Website } from '../websites/website.ts'
import { readsSettings } from './visibility.ts'

/** The website's settings, for those who may read them; features add the fields. */
export const WebsiteSettings = builder.prismaObject('Website', {
  variant: 'WebsiteSettings',
  description: 'Settings of a website.',
  fields: (t) => ({
    headHtml: t.exposeString('headHtml', {
      description: 'HTML for the head of the frame’s document, as saved; it is served sanitized.',
    }),
    participantsEnabled: t.exposeBoolean('participantsEnabled', {
      description: 'Whether tickets may have participants. If not, the ones given are ignored.',
    }),
  }),
})

builder.prismaObjectField(Website, 'settings', (t) =>
  t.variant(WebsiteSettings, {
    description:
      'Settings, for administrators and keys with SETTINGS_READ. Null for customers and agents; FORBIDDEN for other keys.',
    isNull: (_website, _args, context) => {
      if (context.viewer?.kind === 'integration' && !readsSettings(context)) {
        throw notYours(context, 'readSettings')
      }
      return !readsSettings(context)
    },
  }),
)
