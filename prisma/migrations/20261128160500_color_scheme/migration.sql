-- CreateEnum
CREATE TYPE "ColorScheme" AS ENUM ('AUTO', 'LIGHT', 'DARK');

-- AlterTable
ALTER TABLE "Website" ADD COLUMN     "colorScheme" "ColorScheme" NOT NULL DEFAULT 'AUTO';
