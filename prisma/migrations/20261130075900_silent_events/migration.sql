-- AlterTable
ALTER TABLE "TicketEvent" ADD COLUMN     "silent" BOOLEAN NOT NULL DEFAULT false;
