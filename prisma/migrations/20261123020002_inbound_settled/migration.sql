-- AlterTable
ALTER TABLE "InboundMail" ADD COLUMN     "firstFailedAt" TIMESTAMPTZ(3),
ADD COLUMN     "settledAt" TIMESTAMPTZ(3);

-- When they got their state was not noted until now: they came at that time, or a little before.
UPDATE "InboundMail" SET "settledAt" = "receivedAt" WHERE "state" <> 'RECEIVED';
