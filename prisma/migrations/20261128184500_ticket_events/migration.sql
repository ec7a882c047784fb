-- Tickets from before have their events filled in by a job.
ALTER TABLE "Ticket" ADD COLUMN "historyFilled" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "FormerParticipant" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "websiteId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormerParticipant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TicketEvent" (
    "id" UUID NOT NULL,
    "websiteId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "customerId" UUID,
    "operatorId" UUID,
    "apiKeyId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sequence" BIGSERIAL NOT NULL,
    "position" BIGINT,

    CONSTRAINT "TicketEvent_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "FormerParticipant_ticketId_idx" ON "FormerParticipant"("ticketId");
CREATE INDEX "FormerParticipant_websiteId_email_idx" ON "FormerParticipant"("websiteId", "email");
CREATE UNIQUE INDEX "TicketEvent_position_key" ON "TicketEvent"("position");
CREATE INDEX "TicketEvent_websiteId_position_idx" ON "TicketEvent"("websiteId", "position");
CREATE INDEX "TicketEvent_ticketId_position_idx" ON "TicketEvent"("ticketId", "position");
CREATE INDEX "Ticket_websiteId_createdAt_id_idx" ON "Ticket"("websiteId", "createdAt", "id");

-- What numbering and filling in still have to do. Prisma's schema cannot express a partial index.
CREATE INDEX "TicketEvent_unnumbered_idx" ON "TicketEvent"("sequence") WHERE "position" IS NULL;
CREATE INDEX "Ticket_unfilled_idx" ON "Ticket"("createdAt") WHERE NOT "historyFilled";

ALTER TABLE "FormerParticipant" ADD CONSTRAINT "FormerParticipant_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
