-- CreateEnum
CREATE TYPE "FieldType" AS ENUM ('TEXT', 'CHOICE', 'NUMBER', 'CHECKBOX');

-- CreateTable
CREATE TABLE "CategoryField" (
    "id" UUID NOT NULL,
    "categoryId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "hint" TEXT,
    "type" "FieldType" NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "pattern" TEXT,
    "choices" TEXT[],
    "shownIf" TEXT,
    "shownIfValues" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "CategoryField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketField" (
    "ticketId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "websiteId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "type" "FieldType" NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "TicketField_pkey" PRIMARY KEY ("ticketId","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "CategoryField_categoryId_name_key" ON "CategoryField"("categoryId", "name");

-- CreateIndex
CREATE INDEX "TicketField_websiteId_name_value_idx" ON "TicketField"("websiteId", "name", "value");

-- AddForeignKey
ALTER TABLE "CategoryField" ADD CONSTRAINT "CategoryField_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketField" ADD CONSTRAINT "TicketField_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
