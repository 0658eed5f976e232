// The seats that the account's committee needs: {role, required}, from the template that names its segment, else the one that names
// none. A template is {segments, seats}; a segment goes by its name or, while none is told, by its id in the source.
// begins: accounts
// gives: seats
CALL (accounts) {
  UNWIND accounts AS account
  MATCH (account)-[link:IN_SEGMENT]->(segment:Segment)
  WHERE link.occurredAt <= $asOf AND link.knownAt <= $asOf
    AND coalesce(NOT (link.endKnownAt <= $asOf AND link.endedAt < $asOf), true)
  OPTIONAL MATCH (segment)-[telling:RECORDED_IN]->(:SourceRecord)
  WHERE telling.occurredAt <= $asOf AND telling.knownAt <= $asOf
  WITH segment, telling
  ORDER BY telling.version DESC
  WITH segment.segmentId AS id, coalesce(head(collect(telling.name)), '') AS name
  ORDER BY id
  WITH collect(toLower(CASE WHEN name <> '' THEN name
                            WHEN id CONTAINS ':' THEN substring(id, size(split(id, ':')[0]) + 1)
                            ELSE id END)) AS segments
  RETURN head([segment IN segments WHERE any(template IN $templates WHERE segment IN template.segments) |
                head([template IN $templates WHERE segment IN template.segments]).seats]
              + [template IN $templates WHERE size(template.segments) = 0 | template.seats]) AS seats
}
