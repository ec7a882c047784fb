-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('PENDING', 'CLEAN', 'INFECTED');

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "attachmentCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "attachmentTypes" TEXT[] DEFAULT ARRAY['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/heic', 'application/pdf', 'text/plain', 'text/csv', 'application/zip', 'application/gzip', 'application/x-7z-compressed', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.presentation', 'application/x-cfb', 'application/rtf', 'audio/mpeg', 'audio/mp4', 'video/mp4', 'video/quicktime', 'video/webm']::TEXT[];

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "websiteId" UUID NOT NULL,
    "messageId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "customerId" UUID,
    "operatorId" UUID,
    "apiKeyId" UUID,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "state" "AttachmentState" NOT NULL DEFAULT 'CLEAN',
    "width" INTEGER,
    "height" INTEGER,
    "key" TEXT,
    "previewKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileToDelete" (
    "key" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FileToDelete_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Attachment_messageId_position_idx" ON "Attachment"("messageId", "position");

-- CreateIndex
CREATE INDEX "Attachment_websiteId_idx" ON "Attachment"("websiteId");

-- CreateIndex
CREATE INDEX "Attachment_customerId_createdAt_idx" ON "Attachment"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "Attachment_operatorId_idx" ON "Attachment"("operatorId");

-- CreateIndex
CREATE INDEX "Attachment_apiKeyId_idx" ON "Attachment"("apiKeyId");

-- CreateIndex
CREATE INDEX "FileToDelete_dueAt_idx" ON "FileToDelete"("dueAt");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES "Website"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The bytes go with the row, whatever deletes it: cascades and scripts included.
CREATE FUNCTION "deleteFile"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "FileToDelete" ("key", "dueAt")
  SELECT "key", now() FROM unnest(ARRAY[OLD."key", OLD."previewKey"]) AS "key" WHERE "key" IS NOT NULL
  ON CONFLICT ("key") DO UPDATE SET "dueAt" = now();
  RETURN NULL;
END $$;

CREATE TRIGGER "deleteFile" AFTER DELETE ON "Attachment" FOR EACH ROW EXECUTE FUNCTION "deleteFile"();

-- Those of emails, whose bytes are still in the email.
INSERT INTO "Attachment" ("id", "websiteId", "messageId", "position", "name", "size", "type", "createdAt")
SELECT gen_random_uuid(), "MailThread"."websiteId", "messageId", "position", "note"->>'name', ("note"->>'size')::int,
  "note"->>'type', "receivedAt"
FROM "InboundMail" JOIN "MailThread" ON "MailThread"."id" = "threadId",
  jsonb_array_elements("attachments") WITH ORDINALITY AS "noted" ("note", "position")
WHERE "messageId" IS NOT NULL;

UPDATE "Message" SET "attachmentCount" = "number"
FROM (SELECT "messageId", count(*) AS "number" FROM "Attachment" GROUP BY 1) AS "counted"
WHERE "Message"."id" = "messageId";
