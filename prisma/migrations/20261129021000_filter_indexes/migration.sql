-- Lists of one category, of one operator and of no operator, in their order.
CREATE INDEX "Ticket_categoryId_lastActivityAt_id_idx" ON "Ticket"("categoryId", "lastActivityAt" DESC, "id" DESC);
DROP INDEX "Ticket_categoryId_idx";
CREATE INDEX "Ticket_assigneeId_lastActivityAt_id_idx" ON "Ticket"("assigneeId", "lastActivityAt" DESC, "id" DESC);
DROP INDEX "Ticket_assigneeId_idx";

-- Prisma's schema cannot express a partial index.
CREATE INDEX "Ticket_unassigned_idx" ON "Ticket"("websiteId", "lastActivityAt" DESC, "id" DESC) WHERE "assigneeId" IS NULL;
