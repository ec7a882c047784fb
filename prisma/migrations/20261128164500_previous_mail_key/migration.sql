-- AlterTable
ALTER TABLE "Server" ADD COLUMN "previousMailKey" BYTEA,
ADD COLUMN "previousMailKeyUntil" TIMESTAMPTZ(3);
