import { z } from 'zod'
import { ColorScheme as ColorSchemes } from '../../prisma/generated/client/enums.ts'
import { InvalidInput, readBack } from '../api/errors.ts'
import { mutation } from '../api/mutation.ts'
import { db } from '../database/db.ts'
import { changeSettings } from '../settings/change.ts'
import { localesIn } from '../settings/translations.ts'
import { Website } from '../websites/website.ts'
import { ColorScheme } from './color-scheme.ts'
import { customHead } from './custom-head.ts'
import { GreetingTranslationInput, greeting, greetingTranslations } from './greeting.ts'
import { maxOrigins, maxStyles } from './sanitize-head.ts'

const limits = `${maxOrigins} origins, of 100 characters each, and ${maxStyles} <style> elements`

const tooMuch = (excess: string[]) =>
  new InvalidInput([
    {
      path: ['input', 'headHtml'],
      code: 'HEAD_FULL',
      message: `The head can have at most ${limits}. Beyond the limit: ${excess.slice(0, 20).join(' ')}`,
      value: excess.slice(0, 20).join(' '),
    },
  ])

mutation('updateCustomization', {
  description:
    'Changes only the fields given. The HTML is stored as written but served sanitized: `https` stylesheets, ' +
    'preconnects and icons, `<style>` and `<meta name="theme-color">` remain.',
  scope: { writeSettings: true },
  fields: (t) => ({
    headHtml: t.string({
      description:
        'HTML for the head of the frame’s document, at most 65,536 characters, 20 origins and 20 `<style>` ' +
        'elements; an empty string removes it.',
    }),
    colorScheme: t.field({ type: ColorScheme, description: 'Color scheme of the frame.' }),
    greeting: t.string({
      description: 'Shown above a customer’s tickets, one line, at most 300 characters; empty for none.',
    }),
    greetingTranslations: t.field({
      type: [GreetingTranslationInput],
      description:
        'Translations of the greeting, at most 30, one per language. They replace all existing ones; an empty list ' +
        'removes them.',
    }),
  }),
  input: z.object({
    headHtml: z.string().max(65_536, 'The HTML can have at most 65,536 characters').nullish(),
    colorScheme: z.enum(ColorSchemes).nullish(),
    greeting: greeting.nullish(),
    greetingTranslations: greetingTranslations.nullish(),
  }),
  work: (
    { headHtml, colorScheme, greeting, greetingTranslations },
    context,
  ): Promise<{ websiteId: string; dropped: string[]; served: string }> =>
    changeSettings(context, 'updateCustomization', async (tx, websiteId) => {
      const data = {
        ...(headHtml != null && { headHtml }),
        ...(colorScheme != null && { colorScheme }),
        ...(greeting != null && { greeting: greeting || null }),
        ...(greetingTranslations && { greetingTranslations }),
      }
      const website = await tx.website.update({ where: { id: websiteId }, data, select: { headHtml: true } })
      const { dropped, excess, html } = customHead(website.headHtml)
      if (headHtml != null && excess.length > 0) throw tooMuch(excess)
      return {
        result: { websiteId, dropped, served: html },
        details: {
          ...(headHtml != null && { characters: headHtml.length, dropped }),
          ...(colorScheme != null && { colorScheme }),
          ...(greeting != null && { greeting }),
          ...localesIn(greetingTranslations),
        },
      }
    }),
  payload: (t) => ({
    website: t.prismaField({
      type: Website,
      description: 'The website after the change.',
      resolve: (query, { websiteId }) =>
        readBack(db.website.findUnique({ ...query, where: { id: websiteId } })),
    }),
    served: t.exposeString('served', { description: 'The HTML as served, after sanitizing.' }),
    dropped: t.exposeStringList('dropped', {
      description:
        'What was removed from the HTML and why, one line each, without repeats: the first 50, then `…` if there is more.',
    }),
  }),
})
