import { type Html, html, type Page, page } from './html.ts'
import { refusalStyles } from './refusal-styles.ts'

/** One page whatever check failed: it must not tell an attacker how far they came. */
export const refused = refusal({
  title: 'Support could not be opened here',
  advice: 'Please reload the page, or sign in again. If that does not help, contact the company another way.',
  details: html`<details>
<summary>For the developer of this page</summary>
<ul>
<li><b>Website</b> The id in the path is your website’s id.</li>
<li><b>Domain</b> This page’s domain is one of the allowed domains.</li>
<li><b>Tag</b> The iframe has <code>referrerpolicy="origin"</code>.</li>
<li><b>E-mail</b> It is URL-encoded: <code>+</code> becomes <code>%2B</code>.</li>
<li><b>HMAC</b> HMAC-SHA256 of exactly that e-mail, before encoding. The key is the text of the current customer secret. The result is hexadecimal: lower case, 64 characters.</li>
</ul>
<p>The server’s log names the check that failed.</p>
</details>`,
})

export const outsideFrame = refusal({
  title: 'Open support from your dashboard',
  advice: 'Your tickets are shown inside the company’s own site. Sign in there and choose Support.',
})

export const notFound = refusal({
  title: 'There is nothing here',
  advice: 'The address may be mistyped, or the page has moved.',
})

export const signInExpired = refusal({
  title: 'This sign-in link no longer works',
  advice:
    'It has expired, or part of it is missing. Ask for a new link, or open the console again where you found it.',
})

function refusal({ title, advice, details }: { title: string; advice: string; details?: Html }): Page {
  return page({
    lang: 'en',
    title,
    styles: refusalStyles,
    body: html`<main class="tc-error">
<h1>${title}</h1>
<p>${advice}</p>
${details}
</main>`,
  })
}
