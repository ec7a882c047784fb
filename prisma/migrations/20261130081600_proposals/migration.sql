-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "operatorId" UUID,
    "apiKeyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_ticketId_operatorId_key" ON "Proposal"("ticketId", "operatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_ticketId_apiKeyId_key" ON "Proposal"("ticketId", "apiKeyId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
