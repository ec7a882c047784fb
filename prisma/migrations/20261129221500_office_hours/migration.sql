ALTER TABLE "Website" ADD COLUMN "officeHours" JSONB;
