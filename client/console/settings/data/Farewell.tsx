import { render } from 'preact'
import { focusTitle, title } from '../parts/focus-title.ts'
import type { DataTexts } from './use-text.ts'

/** Replaces the whole console: with the website, everybody’s access to it is gone. */
export function showFarewell(text: DataTexts, name: string): void {
  document.title = text('website.deleted')
  render(
    <main class="tc-sign-in">
      <h1 class="tc-sign-in__title" {...title}>
        {text('website.deleted')}
      </h1>
      <p class="tc-sign-in__text">{text('website.deleted.text', { name })}</p>
    </main>,
    document.getElementById('app') as HTMLElement,
  )
  focusTitle()
}
