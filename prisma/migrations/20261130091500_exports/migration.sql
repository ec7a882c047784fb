-- AlterEnum
ALTER TYPE "ApiScope" ADD VALUE 'EXPORT';

-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('JSONL', 'CSV');

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "websiteId" UUID NOT NULL,
    "format" "ExportFormat" NOT NULL,
    "since" TIMESTAMPTZ(3),
    "email" TEXT,
    "key" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Export_websiteId_idx" ON "Export"("websiteId");

-- CreateIndex
CREATE INDEX "Export_expiresAt_idx" ON "Export"("expiresAt");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES "Website"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As for an attachment, the bytes go with the row.
CREATE FUNCTION "deleteExport"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "FileToDelete" ("key", "dueAt") VALUES (OLD."key", now())
  ON CONFLICT ("key") DO UPDATE SET "dueAt" = now();
  RETURN NULL;
END $$;

CREATE TRIGGER "deleteExport" AFTER DELETE ON "Export" FOR EACH ROW WHEN (OLD."key" IS NOT NULL)
EXECUTE FUNCTION "deleteExport"();
