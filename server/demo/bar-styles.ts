/** What all demo pages share: colors, the strip at the top, the company's bar. */
export const demoBarStyles = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --side: #f6f4ef;
  --ink: #20261f;
  --quiet: #5f665c;
  --line: #e4e1d8;
  --spruce: #14392f;
  --on-spruce: #f3f6f2;
  --chosen: #e6ebe3;
  --link: #14593f;
  --demo: #fbf1d6;
  --code: #f6f4ef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a;
    --side: #191c1b;
    --ink: #e8ebe6;
    --quiet: #a3aba2;
    --line: #2c312e;
    --spruce: #0f2a23;
    --chosen: #26332d;
    --link: #8fd0b0;
    --demo: #2c2717;
    --code: #1d2120;
  }
}
* { box-sizing: border-box }
body {
  margin: 0;
  min-height: 100vh;
  display: grid;
  grid-template-rows: auto auto 1fr;
  grid-template-columns: minmax(0, 1fr);
  background: var(--paper);
  color: var(--ink);
  font: 15px/24px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
}
a { color: inherit; text-decoration: none }
a[href]:hover { text-decoration: underline }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px }
ul { margin: 0; padding: 0; list-style: none }

.demo {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 24px;
  padding: 6px 24px;
  background: var(--demo);
  font-size: 13px;
}
.demo ul { display: flex; flex-wrap: wrap; gap: 4px 16px }
.demo .places { margin-left: auto }
.demo p { margin: 0; color: var(--quiet) }
.demo [aria-current] { font-weight: 600; text-decoration: underline; text-underline-offset: 4px }
.places a { color: var(--link) }

.top {
  display: flex;
  align-items: center;
  gap: 12px;
  height: 56px;
  padding: 0 24px;
  background: var(--spruce);
  color: var(--on-spruce);
}
.brand { display: flex; align-items: center; gap: 8px; font-size: 18px; font-weight: 600; letter-spacing: -0.01em }
.tagline { margin-left: 8px; font-size: 13px; opacity: 0.75 }

@media (max-width: 760px) {
  .demo, .top { padding-left: 16px; padding-right: 16px }
  .demo .places { order: -1 }
  .demo p { order: -2 }
  .demo p span, .tagline { display: none }
}
`
