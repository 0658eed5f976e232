CREATE CONSTRAINT stream_offset_key IF NOT EXISTS FOR (n:StreamOffset) REQUIRE n.streamOffsetId IS UNIQUE;
