-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "customerReadAt" TIMESTAMPTZ(3),
ADD COLUMN     "teamReadAt" TIMESTAMPTZ(3);
