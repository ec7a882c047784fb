-- AlterEnum
ALTER TYPE "ApiScope" ADD VALUE 'IMPORT';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "authorName" TEXT,
ADD COLUMN     "externalId" TEXT;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "externalId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_websiteId_externalId_key" ON "Ticket"("websiteId", "externalId");
