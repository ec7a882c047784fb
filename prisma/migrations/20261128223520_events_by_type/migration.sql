-- CreateIndex
CREATE INDEX "TicketEvent_websiteId_type_position_idx" ON "TicketEvent"("websiteId", "type", "position");
