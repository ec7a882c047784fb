-- CreateEnum
CREATE TYPE "RetentionAction" AS ENUM ('ERASE', 'DELETE');

-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "retentionAction" "RetentionAction" NOT NULL DEFAULT 'ERASE',
ADD COLUMN     "retentionMonths" INTEGER;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- To find the tickets that are solved for longest. Prisma's schema cannot express it.
CREATE INDEX "Ticket_solvedAt_idx" ON "Ticket"("websiteId", "solvedAt") WHERE "solvedAt" IS NOT NULL;
