-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "Customer_websiteId_updatedAt_id_idx" ON "Customer"("websiteId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "TicketEvent_websiteId_type_createdAt_id_idx" ON "TicketEvent"("websiteId", "type", "createdAt", "id");
