-- The inbox's list and count of one status.
CREATE INDEX "Ticket_websiteId_status_lastActivityAt_id_idx" ON "Ticket"("websiteId", "status", "lastActivityAt" DESC, "id" DESC);

-- Its count of what the team has not read. Prisma's schema cannot express a partial index.
CREATE INDEX "Ticket_websiteId_unread_idx" ON "Ticket"("websiteId") WHERE "messageCount" > "teamReadPosition";
