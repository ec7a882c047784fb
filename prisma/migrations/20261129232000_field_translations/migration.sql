ALTER TABLE "CategoryField" ADD COLUMN "translations" JSONB NOT NULL DEFAULT '[]';
