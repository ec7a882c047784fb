import { ColorScheme as ColorSchemes } from '../../prisma/generated/client/enums.ts'
import { builder } from '../api/builder.ts'
import { Website } from '../websites/website.ts'

export const ColorScheme = builder.enumType('ColorScheme', {
  description: 'Color scheme of the frame.',
  values: {
    AUTO: { value: ColorSchemes.AUTO, description: 'As the visitor’s system prefers.' },
    LIGHT: { value: ColorSchemes.LIGHT, description: 'Always light.' },
    DARK: { value: ColorSchemes.DARK, description: 'Always dark.' },
  },
})

builder.prismaObjectField(Website, 'colorScheme', (t) =>
  t.expose('colorScheme', {
    type: ColorScheme,
    description: 'Color scheme of the frame. The `theme` argument in its address overrides it.',
  }),
)
