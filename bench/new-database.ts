import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Creates an empty database on the server at BENCH_DATABASE_URL and returns its address. */
export async function newDatabase(): Promise<string> {
  const admin = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL })
  await admin.connect()
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const target = new URL(process.env.BENCH_DATABASE_URL ?? '')
  target.pathname = `/${name}`
  return target.href
}
