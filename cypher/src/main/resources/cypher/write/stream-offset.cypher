// Moves the offset of one partition of a stream if it stands where its writer believes, and answers where it stood. Setting movedAt
// first locks the node: of two writers at once the second one reads what the first one left.
// params: streamOffsetId STRING, topic STRING, partition INTEGER, from INTEGER, to INTEGER, at DATETIME
// returns: before INTEGER
// access: WRITE
MERGE (offset:StreamOffset {streamOffsetId: $streamOffsetId})
ON CREATE SET offset.topic = $topic, offset.partition = $partition, offset.next = $from
SET offset.movedAt = $at
WITH offset, offset.next AS before
SET offset.next = CASE WHEN before = $from THEN $to ELSE before END
RETURN before
