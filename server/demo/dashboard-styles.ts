export const demoDashboardStyles = `
.account { display: flex; align-items: center; gap: 12px; margin-left: auto; min-width: 0; font-size: 13px; line-height: 16px; text-align: right }
.account span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.account b { display: block; font-weight: 600 }
.account i {
  flex: none;
  width: 32px;
  border-radius: 50%;
  background: #f2b63d;
  color: #2b2209;
  font: 600 13px/32px system-ui, sans-serif;
  text-align: center;
}

.shell { display: grid; grid-template-columns: 208px minmax(0, 1fr) }
nav { padding: 16px 12px; background: var(--side); border-right: 1px solid var(--line) }
nav a { display: flex; align-items: center; gap: 12px; padding: 8px 12px; border-radius: 8px; color: var(--quiet) }
nav a[aria-disabled] { cursor: default }
nav [aria-current] { background: var(--chosen); color: var(--ink); font-weight: 600 }
nav svg { flex: none }
.badge { min-width: 20px; margin-left: auto; padding: 0 6px; border-radius: 10px; background: var(--link); color: var(--paper); font-size: 12px; line-height: 20px; text-align: center }
.badge i { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }

main { display: flex; flex-direction: column; min-width: 0 }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 16px; padding: 16px 24px; border-bottom: 1px solid var(--line) }
h1 { margin: 0; font-size: 20px; line-height: 24px; font-weight: 600; letter-spacing: -0.01em }
.head p { margin: 0; color: var(--quiet); font-size: 13px }
iframe { display: block; flex: 1 0 auto; width: 100%; border: 0 }
details { border-top: 1px solid var(--line); font-size: 13px }
summary { padding: 8px 24px; color: var(--quiet); cursor: pointer }
details p { max-width: 96ch; margin: 0; padding: 8px 24px }
pre { margin: 0 24px 16px; padding: 16px; border-radius: 8px; background: var(--code); white-space: pre-wrap; overflow-wrap: anywhere }
code { font: 12.5px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }

@media (max-width: 760px) {
  .account span { display: none }
  .shell { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr }
  nav { padding: 4px 8px; border-right: 0; border-bottom: 1px solid var(--line) }
  nav ul { display: flex; justify-content: space-between }
  nav a { min-height: 40px; padding: 8px min(10px, 1.75vw); gap: 8px }
  nav a[aria-disabled] span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .head, summary { padding-left: 16px; padding-right: 16px }
  details p { padding: 8px 16px }
  pre { margin: 0 16px 16px }
}
`
