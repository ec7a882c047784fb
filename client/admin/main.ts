import { existsSync } from 'node:fs'
import { run } from './run.ts'

// `npm run admin -- COMMAND …`: administration without the console.
if (existsSync('.env')) process.loadEnvFile()
const { code, stdout, stderr } = await run(process.argv.slice(2), process.env)
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = code
