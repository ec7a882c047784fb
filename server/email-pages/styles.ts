import type { Palette, Theme } from '../emails/theme.ts'

/** Styles of the pages that emails link to, in the colors of those emails. */
export function emailPageStyles({ accent, onAccent, light, dark }: Theme): string {
  return `
:root {
  color-scheme: light dark;
  --tc-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --accent: ${accent};
  --on-accent: ${onAccent};
  ${colors(light)}
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    ${colors(dark)}
  }
}
${rules}`
}

function colors({ background, text, quiet, hairline, link, rim }: Palette): string {
  return `--background: ${background}; --text: ${text}; --quiet: ${quiet}; --line: ${hairline}; --link: ${link}; --rim: ${rim};`
}

const rules = `
* { box-sizing: border-box }
body {
  margin: 0;
  min-height: 100vh;
  padding: 32px 24px;
  display: grid;
  place-items: safe center;
  background: var(--background);
  color: var(--text);
  font: 16px/24px var(--tc-font);
  -webkit-text-size-adjust: 100%;
}
main { width: 100%; max-width: 520px; min-width: 0; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 24px; line-height: 32px; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance }
h2 { margin: 0; font-size: 16px; line-height: 24px; font-weight: 600 }
p { margin: 8px 0 0; color: var(--quiet); text-wrap: pretty }
.choices p { margin-top: 4px }
.choices .subject { color: var(--text) }
.choices { margin: 32px 0 0; padding: 0; list-style: none; border-bottom: 1px solid var(--line) }
.choices li {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 16px 24px;
  padding: 24px 0;
  border-top: 1px solid var(--line);
}
@media (min-width: 560px) { .choices li { justify-content: flex-end } }
.choices div { flex: 1 1 240px; min-width: 0 }
form { flex: none; margin: 0; max-width: 100% }
.confirm { margin: 24px 0 16px }
button {
  min-height: 44px;
  max-width: 100%;
  padding: 9px 16px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: transparent;
  color: var(--link);
  font: 600 15px/24px var(--tc-font);
  overflow-wrap: anywhere;
  cursor: pointer;
}
button:hover { border-color: currentColor }
.primary { border-color: var(--rim); background: var(--accent); color: var(--on-accent) }
button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
`
