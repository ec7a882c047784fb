-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "firstSeenAt" TIMESTAMPTZ(3);

-- Who was made before this was noted is taken to have come.
UPDATE "Customer" SET "firstSeenAt" = "createdAt";
