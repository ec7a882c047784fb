-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "typingEnabled" BOOLEAN NOT NULL DEFAULT true;
