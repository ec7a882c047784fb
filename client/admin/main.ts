import { existsSync } from 'node:fs'
import { run } from './run.ts'

// `npm run admin -- COMMAND …`: administration without the console.
const { code, stdout, stderr } = await run(process.argv.slice(2), environment)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = code

function environment() {
  if (existsSync('.env')) process.loadEnvFile()
  return process.env
}
