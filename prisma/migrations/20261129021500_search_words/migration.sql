-- Null until they are filled in: by a job, where a row is older than this.
ALTER TABLE "Customer" ADD COLUMN "words" TEXT[];
ALTER TABLE "Message" ADD COLUMN "words" TEXT[];

-- Prisma's schema cannot express these.
CREATE INDEX "Customer_words_idx" ON "Customer" USING gin (array_to_tsvector("words"));
CREATE INDEX "Message_words_idx" ON "Message" USING gin (array_to_tsvector("words"));
CREATE INDEX "Customer_wordless_idx" ON "Customer"("id") WHERE "words" IS NULL;
CREATE INDEX "Message_wordless_idx" ON "Message"("id") WHERE "words" IS NULL;
