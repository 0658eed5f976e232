// How many of our people have a tie that goes both ways: recomputes committee.seller_coverage.
// params: accountId STRING, asOf DATETIME, tiesSince DATETIME, tyingKinds LIST<STRING>, mutualKinds LIST<STRING>
// returns: value FLOAT
// access: READ
// begins: interactions, sent
WITH people,
     [done IN interactions WHERE done.action.occurredAt > $tiesSince AND done.action.kind IN $tyingKinds] AS recent,
     [told IN sent WHERE told.action.occurredAt > $tiesSince AND told.action.kind IN $tyingKinds
                     AND told.action.excluded IS NULL] AS told
WHERE size(people) > 0
CALL (recent, told) {
  UNWIND recent AS done
  UNWIND done.users AS user
  UNWIND done.acted AS person
  WITH user, person, done, told
  WHERE done.action.kind IN $mutualKinds OR any(ours IN told WHERE user IN ours.users AND person IN ours.reached)
  RETURN count(DISTINCT user) AS covering
}
RETURN toFloat(covering) AS value
