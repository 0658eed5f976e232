// How every account uses our products: {accountId, share, trend, adopted}, each null if it is not known. Share is that of the seats
// in use by the last counts of products licensed, trend compares the seats in use with those at $useSince, adopted is the number
// of products used since then. An account is the record with the smallest id among those that are one.
// gives: uses
CALL () {
  CALL () {
    MATCH (product:Product)<-[use:USES]-(record:Account)
    WHERE use.occurredAt <= $asOf AND use.knownAt <= $asOf AND use.seatsBought IS NOT NULL AND use.seatsActive IS NOT NULL
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    CALL (record) {
      MATCH (record)-[merges:SAME_AS*0..]-(same:Account)
      WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      RETURN min(same.accountId) AS accountId
    }
    WITH accountId, product, use, CASE WHEN use.endKnownAt <= $asOf AND use.endedAt <= $asOf THEN use.endedAt END AS endedAt
    ORDER BY use.occurredAt DESC, use.knownAt DESC
    WITH accountId, product, collect({at: use.occurredAt, bought: use.seatsBought, active: use.seatsActive, endedAt: endedAt}) AS counts
    WITH accountId, head(counts) AS last, head([count IN counts WHERE count.at <= $useSince]) AS earlier
    WITH accountId, CASE WHEN coalesce(last.endedAt >= $asOf, true) THEN last END AS last,
         CASE WHEN coalesce(earlier.endedAt >= $useSince, true) THEN earlier END AS earlier
    RETURN accountId, coalesce(last.bought, 0.0) AS bought, coalesce(last.active, 0.0) AS active,
           coalesce(earlier.active, 0.0) AS before, last IS NOT NULL AS isHeld, earlier IS NOT NULL AS wasHeld, null AS used
    UNION ALL
    MATCH (product:Product)<-[concerns:CONCERNS]-(action:Engagement {kind: 'PRODUCT_USE', side: 'BUYER'})-[:ABOUT]->(record:Account)
    WHERE action.occurredAt > $useSince AND action.occurredAt <= $asOf AND action.knownAt <= $asOf AND action.excluded IS NULL
      AND concerns.occurredAt <= $asOf AND concerns.knownAt <= $asOf
      AND coalesce(size([turn IN action.deletions WHERE turn <= $asOf]) % 2 = 0, true)
      AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
    CALL (record) {
      MATCH (record)-[merges:SAME_AS*0..]-(same:Account)
      WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
      RETURN min(same.accountId) AS accountId
    }
    RETURN accountId, 0.0 AS bought, 0.0 AS active, 0.0 AS before, false AS isHeld, false AS wasHeld, product AS used
  }
  WITH accountId, sum(bought) AS bought, sum(active) AS active, sum(before) AS before,
       count(CASE WHEN isHeld THEN 1 END) > 0 AS isHeld, count(CASE WHEN wasHeld THEN 1 END) > 0 AS wasHeld,
       count(DISTINCT used) AS used
  RETURN collect({accountId: accountId,
                  share: CASE WHEN bought > 0 THEN active / bought END,
                  trend: CASE WHEN isHeld AND wasHeld THEN (active + 1) / (before + 1) END,
                  adopted: CASE WHEN isHeld OR used > 0 THEN toFloat(used) END}) AS uses
}
