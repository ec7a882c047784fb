-- Text is rendered once, when it is written. Rows from before are rendered by a job.
ALTER TABLE "Message" ADD COLUMN "bodyHtml" TEXT, ADD COLUMN "rendererVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Faq" ADD COLUMN "answerHtml" TEXT, ADD COLUMN "rendererVersion" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Message_rendererVersion_idx" ON "Message"("rendererVersion");
