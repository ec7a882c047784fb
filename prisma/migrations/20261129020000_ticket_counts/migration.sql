CREATE TABLE "TicketCount" (
    "id" BIGSERIAL NOT NULL,
    "websiteId" UUID NOT NULL,
    "status" "TicketStatus" NOT NULL,
    "unread" BOOLEAN NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "TicketCount_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "TicketCount_websiteId_idx" ON "TicketCount"("websiteId");

-- A trigger, so that no way to change a ticket can forget it: cascades and scripts included.
CREATE FUNCTION "countTicket"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "TicketCount" ("websiteId", "status", "unread", "change")
    VALUES (OLD."websiteId", OLD."status", OLD."messageCount" > OLD."teamReadPosition", -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "TicketCount" ("websiteId", "status", "unread", "change")
    VALUES (NEW."websiteId", NEW."status", NEW."messageCount" > NEW."teamReadPosition", 1);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "countTicket" AFTER INSERT OR DELETE ON "Ticket" FOR EACH ROW EXECUTE FUNCTION "countTicket"();
CREATE TRIGGER "countChangedTicket" AFTER UPDATE ON "Ticket" FOR EACH ROW
  WHEN (OLD."status" <> NEW."status"
    OR (OLD."messageCount" > OLD."teamReadPosition") <> (NEW."messageCount" > NEW."teamReadPosition"))
  EXECUTE FUNCTION "countTicket"();

INSERT INTO "TicketCount" ("websiteId", "status", "unread", "change")
SELECT "websiteId", "status", "messageCount" > "teamReadPosition", count(*) FROM "Ticket" GROUP BY 1, 2, 3;
