export const demoEmailStyles = `
.top h1 { margin: 0 0 0 8px; padding-left: 16px; border-left: 1px solid rgb(255 255 255 / 24%); font-size: 16px; line-height: 24px; font-weight: 500 }
main { display: grid; grid-template-columns: 384px minmax(0, 1fr); min-width: 0; min-height: 0 }
h2 { margin: 0; font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; overflow-wrap: anywhere }
p { margin: 0 }

.list { min-width: 0; background: var(--side); border-right: 1px solid var(--line); overflow-y: auto }
.mail { display: block; padding: 12px 24px; border-bottom: 1px solid var(--line) }
a.mail:hover { background: var(--chosen); text-decoration: none }
a.mail:focus-visible { outline-offset: -2px }
.mail[aria-current] { background: var(--chosen) }
.mail > span { display: flex; gap: 12px }
.mail bdi, .subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.mail bdi { flex: 1; font-weight: 600 }
.subject { flex: 1; min-width: 0 }
time, .mail small { color: var(--quiet); font-size: 13px }
.mail time, .mail small { flex: none }

.reading { display: flex; flex-direction: column; min-width: 0; min-height: 0 }
.header { padding: 16px 24px 0; border-bottom: 1px solid var(--line) }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 16px; margin: 8px 0 0; font-size: 13px; line-height: 22px }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere }
details { margin-top: 4px; font-size: 13px }
summary { width: fit-content; color: var(--link); cursor: pointer }
details dl { max-height: 30vh; margin: 4px 0 0; overflow-y: auto }
.parts { display: flex; flex-wrap: wrap; gap: 0 24px; margin-top: 8px; font-size: 14px }
.parts a { display: block; padding: 8px 0 6px; border-bottom: 2px solid transparent; color: var(--quiet) }
.parts [aria-current] { border-color: var(--link); color: var(--ink); font-weight: 600 }
.parts li:last-child { margin-left: auto }
.back { display: none; width: fit-content; margin-bottom: 8px; color: var(--link); font-size: 13px }
iframe { display: block; flex: 1; width: 100%; min-height: 0; border: 0; background: #ffffff }
pre { flex: 1; min-height: 0; margin: 0; padding: 24px; overflow-y: auto; font: 13.5px/22px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
.empty { max-width: 480px; margin: auto; padding: 32px 24px; color: var(--quiet); text-wrap: pretty; overflow-wrap: anywhere }
.empty h2 { margin-bottom: 8px; color: var(--ink) }
.empty a { color: var(--link); text-decoration: underline; text-underline-offset: 3px }
.alone { grid-column: 1 / -1 }

@media (min-width: 900px) {
  body { height: 100vh }
}
@media (max-width: 899px) {
  main { grid-template-columns: minmax(0, 1fr) }
  .list { border-right: 0; background: none }
  .list.behind, .reading.waiting { display: none }
  .back { display: block }
  iframe { min-height: 70vh }
}
@media (max-width: 760px) {
  .mail, .header, pre { padding-left: 16px; padding-right: 16px }
}
`
