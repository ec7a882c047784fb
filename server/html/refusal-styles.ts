export const refusalStyles = `
:root {
  --tc-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --tc-font-code: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  --tc-background: light-dark(#ffffff, #15171a);
  --tc-text: light-dark(#1b1e23, #e9ebee);
  --tc-text-quiet: light-dark(#5a616b, #a0a7b1);
  --tc-line: light-dark(#e3e6ea, #2b2f35);
  --tc-accent: light-dark(#2557c9, #8fb0ff);
}
@media print { :root { color-scheme: light } }
* { box-sizing: border-box }
body {
  margin: 0;
  min-height: 100vh;
  padding: 32px 24px;
  display: grid;
  place-items: safe center;
  background: var(--tc-background);
  color: var(--tc-text);
  font: 16px/1.5 var(--tc-font);
  -webkit-text-size-adjust: 100%;
}
main { width: 100%; max-width: 520px; min-width: 0 }
h1 { margin: 0; font-size: 24px; line-height: 32px; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance }
p { margin: 8px 0 0; color: var(--tc-text-quiet); text-wrap: pretty }
details { margin-top: 32px; border-top: 1px solid var(--tc-line); font-size: 14px; line-height: 24px }
summary { padding: 16px 0; color: var(--tc-accent); cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary::after { content: ' +' }
[open] > summary::after { content: ' −' }
summary:focus-visible { outline: 2px solid var(--tc-accent); outline-offset: 2px; border-radius: 4px }
ul { margin: 0; padding: 0; list-style: none }
li { padding: 8px 0; border-top: 1px solid var(--tc-line); color: var(--tc-text-quiet) }
li b { display: block; color: var(--tc-text); font-weight: 600 }
li:last-child { border-bottom: 1px solid var(--tc-line) }
code { font: 13px/24px var(--tc-font-code); color: var(--tc-text); overflow-wrap: anywhere }
`
