-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "medianFirstReplySeconds" INTEGER;
