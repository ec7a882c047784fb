import { readFileSync } from 'node:fs'

// The last line of a run: what all test runs together passed and failed.
const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')))
const sum = (field: string) => reports.reduce((total, report) => total + report[field], 0)
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed`)
process.exitCode = reports.every(({ success }) => success) ? 0 : 1
