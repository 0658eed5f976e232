CREATE CONSTRAINT stream_offset_key IF NOT EXISTS FOR (n:StreamOffset) REQUIRE n.streamOffsetId IS UNIQUE;
CREATE CONSTRAINT write_turn_key IF NOT EXISTS FOR (n:WriteTurn) REQUIRE n.writeTurnId IS UNIQUE;
