-- The position of a deleted event is not given again: readers that have seen it look above it only.
CREATE SEQUENCE "TicketEvent_position_seq" OWNED BY "TicketEvent"."position";
