ALTER TABLE "Website" ADD COLUMN "greeting" TEXT,
ADD COLUMN "greetingTranslations" JSONB NOT NULL DEFAULT '[]';
