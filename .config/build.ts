// Builds what is stale: the Prisma client, then the two browser apps.
await import('./generate-prisma.ts')
await import('../client/build.ts')
