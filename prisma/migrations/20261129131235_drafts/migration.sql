-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "customerId" UUID,
    "operatorId" UUID,
    "body" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Draft_ticketId_idx" ON "Draft"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_customerId_ticketId_key" ON "Draft"("customerId", "ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_operatorId_ticketId_key" ON "Draft"("operatorId", "ticketId");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
