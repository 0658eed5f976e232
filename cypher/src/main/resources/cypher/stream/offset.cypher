// How far one partition of a stream has been told.
// params: streamOffsetId STRING
// returns: next INTEGER
// access: READ
MATCH (offset:StreamOffset {streamOffsetId: $streamOffsetId})
RETURN offset.next AS next
