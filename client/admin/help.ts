import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { table } from './table.ts'

const program = 'npm run admin --'

/** Help on all commands, and on where the server and the key come from. */
export function overview(): string {
  const rows = Object.entries(commands).map(([name, { about }]) => [`  ${name}`, about])
  return `Usage: ${program} COMMAND [options]

${table(rows, '')}

Every command takes --help, and --json to print one JSON object (npm run --silent admin -- …).
Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

  TICKET_CENTER_URL  Address of the server. Default: this machine, on PORT or 4000.
  TICKET_CENTER_KEY  An API key with every scope; the root key for create-website and rotate-server-key.
                     Default, without TICKET_CENTER_URL: the keys in DATA_DIR or data/.
`
}

/** Help on one command and its options. */
export function usage(name: string, { about, options, main, rest }: Command): string {
  const words = Object.entries(options).map(([option, { value, required, choices }]) => {
    const name = option === main || option === rest ? `[--${option}]` : `--${option}`
    const text = `${name} ${choices?.join('|') ?? value}`.trimEnd()
    return required ? text : `[${text}]`
  })
  const rows = Object.entries(options).map(([option, { about, multiple, fallback }]) => [
    `  --${option}`,
    about + (multiple ? ' Can be repeated.' : '') + (fallback ? ` Default: ${fallback}.` : ''),
  ])
  rows.push(['  --json', 'Prints one JSON object.'])
  return `${about}\n\nUsage: ${[program, name, ...words].join(' ')}\n\n${table(rows, '')}\n`
}
