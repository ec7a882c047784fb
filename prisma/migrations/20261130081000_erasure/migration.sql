-- AlterEnum
ALTER TYPE "ApiScope" ADD VALUE 'ERASE';

-- To find what one customer wrote and did; few writes pay for it. Prisma's schema cannot express these.
CREATE INDEX "Message_customerId_idx" ON "Message"("customerId") WHERE "customerId" IS NOT NULL;
CREATE INDEX "TicketEvent_customerId_idx" ON "TicketEvent"("customerId") WHERE "customerId" IS NOT NULL;
