-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);
