-- Who has written cannot be deleted. So a website's tickets, with their messages and events, go before its people.
CREATE FUNCTION "deleteTickets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Ticket" WHERE "websiteId" = OLD."id";
  RETURN OLD;
END $$;

CREATE TRIGGER "deleteTickets" BEFORE DELETE ON "Website" FOR EACH ROW EXECUTE FUNCTION "deleteTickets"();
