-- AlterTable
ALTER TABLE "Customer" ADD COLUMN "lastPage" TEXT;

-- Participants who were sent what others wrote as they had been here themselves go on getting it.
UPDATE "MailThread" SET "confirmedAt" = now()
FROM "Customer"
WHERE "MailThread"."role" = 'PARTICIPANT' AND "MailThread"."confirmedAt" IS NULL
  AND "Customer"."websiteId" = "MailThread"."websiteId" AND "Customer"."email" = "MailThread"."email"
  AND "Customer"."firstSeenAt" IS NOT NULL;
