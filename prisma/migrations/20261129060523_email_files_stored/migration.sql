-- AlterTable
ALTER TABLE "InboundMail" ADD COLUMN     "filesStored" BOOLEAN NOT NULL DEFAULT false;
