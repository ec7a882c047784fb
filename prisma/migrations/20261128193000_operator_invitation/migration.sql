-- AlterTable
ALTER TABLE "Operator" ADD COLUMN     "invitationId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Operator_invitationId_key" ON "Operator"("invitationId");

-- AddForeignKey
ALTER TABLE "Operator" ADD CONSTRAINT "Operator_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "SignInLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invitations of the version before.
UPDATE "Operator" o SET "invitationId" = (
  SELECT l."id" FROM "SignInLink" l
  WHERE l."websiteId" = o."websiteId" AND l."email" = o."email" AND l."invitation"
  ORDER BY l."createdAt" DESC, l."id" DESC LIMIT 1
);
