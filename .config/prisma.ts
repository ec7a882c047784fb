import { defineConfig } from 'prisma/config'

// `generate` never runs the schema engine, but downloads it unless it is given a path.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: '../prisma/schema.prisma' })
