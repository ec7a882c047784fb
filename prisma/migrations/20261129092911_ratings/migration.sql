-- CreateEnum
CREATE TYPE "RatingScore" AS ENUM ('GOOD', 'BAD');

-- CreateTable
CREATE TABLE "Rating" (
    "ticketId" UUID NOT NULL,
    "score" "RatingScore" NOT NULL,
    "comment" TEXT,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("ticketId")
);

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
