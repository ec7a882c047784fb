-- AlterTable
ALTER TABLE "SigningSecret" ADD COLUMN     "bound" BOOLEAN NOT NULL DEFAULT false;
