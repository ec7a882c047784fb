// Builds what is stale: the Prisma client, then the browser's two apps.
await import('./generate-prisma.ts')
await import('../client/build.ts')
