-- AlterTable
ALTER TABLE "Server" ADD COLUMN "rotatedAt" TIMESTAMPTZ(3);

-- When is not known: the sessions of the key before are good for as long as they can last.
UPDATE "Server" SET "rotatedAt" = now() WHERE "previousMailKey" IS NOT NULL;
