-- CreateEnum
CREATE TYPE "MailContent" AS ENUM ('FULL', 'EXCERPT', 'LINK_ONLY');

-- CreateEnum
CREATE TYPE "MailNotifications" AS ENUM ('ALL', 'ASSIGNED', 'NONE');

-- CreateEnum
CREATE TYPE "MailRole" AS ENUM ('CUSTOMER', 'PARTICIPANT', 'OPERATOR');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('RECEIVED', 'REPLIED', 'SOLVED', 'INVITED', 'TEAM_OPENED', 'TEAM_REPLIED');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'DROPPED');

-- CreateEnum
CREATE TYPE "InboundState" AS ENUM ('RECEIVED', 'POSTED', 'QUARANTINED', 'DROPPED');

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "quotedText" TEXT;

-- AlterTable
ALTER TABLE "Operator" ADD COLUMN     "notifications" "MailNotifications" NOT NULL DEFAULT 'ALL';

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "solvedByTeamAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "accentColor" TEXT,
ADD COLUMN     "consoleUrl" TEXT,
ADD COLUMN     "logoUrl" TEXT,
ADD COLUMN     "mailContent" "MailContent" NOT NULL DEFAULT 'FULL',
ADD COLUMN     "mailDelaySeconds" INTEGER,
ADD COLUMN     "mailFromName" TEXT,
ADD COLUMN     "ticketUrl" TEXT;

-- CreateTable
CREATE TABLE "MailThread" (
    "id" UUID NOT NULL,
    "websiteId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "role" "MailRole" NOT NULL,
    "email" TEXT NOT NULL,
    "mailedPosition" INTEGER NOT NULL DEFAULT 0,
    "confirmedAt" TIMESTAMPTZ(3),
    "mutedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "websiteId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "messageId" UUID NOT NULL,
    "firstPosition" INTEGER NOT NULL,
    "lastPosition" INTEGER NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailMute" (
    "websiteId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailMute_pkey" PRIMARY KEY ("websiteId","email")
);

-- CreateTable
CREATE TABLE "InboundMail" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "state" "InboundState" NOT NULL DEFAULT 'RECEIVED',
    "reason" TEXT,
    "raw" BYTEA NOT NULL,
    "envelopeFrom" TEXT,
    "messageIdHeader" TEXT,
    "from" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "messageId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InboundMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MailThread_websiteId_email_idx" ON "MailThread"("websiteId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "MailThread_ticketId_role_email_key" ON "MailThread"("ticketId", "role", "email");

-- CreateIndex
CREATE INDEX "Mail_threadId_idx" ON "Mail"("threadId");

-- CreateIndex
CREATE INDEX "Mail_messageId_idx" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_websiteId_createdAt_idx" ON "Mail"("websiteId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "InboundMail_messageId_key" ON "InboundMail"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "InboundMail_threadId_messageIdHeader_key" ON "InboundMail"("threadId", "messageIdHeader");

-- AddForeignKey
ALTER TABLE "MailThread" ADD CONSTRAINT "MailThread_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "MailThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailMute" ADD CONSTRAINT "MailMute_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES "Website"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundMail" ADD CONSTRAINT "InboundMail_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "MailThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundMail" ADD CONSTRAINT "InboundMail_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
