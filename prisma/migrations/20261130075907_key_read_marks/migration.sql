-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "notify" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "unreadKeyMessages" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "KeyReadMark" (
    "apiKeyId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "unread" BOOLEAN NOT NULL,

    CONSTRAINT "KeyReadMark_pkey" PRIMARY KEY ("apiKeyId","ticketId")
);

-- CreateIndex
CREATE INDEX "KeyReadMark_ticketId_idx" ON "KeyReadMark"("ticketId");

-- AddForeignKey
ALTER TABLE "KeyReadMark" ADD CONSTRAINT "KeyReadMark_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyReadMark" ADD CONSTRAINT "KeyReadMark_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
