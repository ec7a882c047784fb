ALTER TABLE "Website" ADD COLUMN "followUpAfterDays" INTEGER;

ALTER TABLE "Ticket" ADD COLUMN "solvedAt" TIMESTAMPTZ(3),
ADD COLUMN "followUpOfId" UUID;

CREATE INDEX "Ticket_followUpOfId_idx" ON "Ticket"("followUpOfId");

ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_followUpOfId_fkey" FOREIGN KEY ("followUpOfId") REFERENCES "Ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Of a ticket that its customer solved before there were events, only the last change is known.
UPDATE "Ticket" SET "solvedAt" = coalesce("solvedByTeamAt", (
  SELECT max("createdAt") FROM "TicketEvent"
  WHERE "ticketId" = "Ticket"."id" AND "type" = 'STATUS_CHANGED' AND "data"->>'to' = 'SOLVED'
), "updatedAt") WHERE "status" = 'SOLVED';
