// Pairs of people who acted on the same day ÷ as many as their numbers of active days make expect: recomputes
// committee.coordination_lift. Days are 24 hours, counted back from the instant. Pairs of a day of an event, or of a mail of ours to
// the whole company, do not count.
// params: accountId STRING, asOf DATETIME, since DATETIME, days INTEGER, eventKinds LIST<STRING>, mailKinds LIST<STRING>, companyWidePeople INTEGER, companyWideShare FLOAT
// returns: value FLOAT, pairs INTEGER, expected FLOAT
// access: READ
// begins: actions, sent
CALL (accounts) {
  UNWIND accounts AS account
  MATCH (account)<-[:ABOUT]-(event:Engagement)
  WHERE event.kind IN $eventKinds AND coalesce(event.excluded <> 'NOT_HELD', true)
    AND event.occurredAt > $since AND event.occurredAt <= $asOf AND event.knownAt <= $asOf
    AND coalesce(size([turn IN event.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(($asOf.epochMillis - event.occurredAt.epochMillis) / 86400000) AS eventDays
}
WITH people, range(0, $days - 1) AS days,
     [done IN actions WHERE done.action.occurredAt > $since | {day: ($asOf.epochMillis - done.at) / 86400000, acted: done.acted}] AS recent,
     eventDays + [mail IN sent WHERE mail.action.kind IN $mailKinds AND mail.action.occurredAt > $since
                  AND size([person IN people WHERE person IN mail.reached]) >= $companyWidePeople
                  AND size([person IN people WHERE person IN mail.reached]) >= $companyWideShare * size(people) |
                  ($asOf.epochMillis - mail.action.occurredAt.epochMillis) / 86400000] AS ourDays
WITH days, ourDays, [person IN people | [day IN days WHERE any(done IN recent WHERE done.day = day AND person IN done.acted)]] AS activeDays
WITH days, ourDays, [own IN activeDays WHERE size(own) > 0] AS activeDays
WHERE size(activeDays) > 1
WITH activeDays, [day IN days WHERE NOT day IN ourDays | size([own IN activeDays WHERE day IN own])] AS activeOnDay
WITH reduce(pairs = 0, active IN activeOnDay | pairs + active * (active - 1) / 2) AS pairs,
     reduce(sum = 0, own IN activeDays | sum + size(own)) AS sum,
     reduce(squares = 0, own IN activeDays | squares + size(own) * size(own)) AS squares
WITH pairs, toFloat((sum * sum - squares) / 2) / $days AS expected
RETURN pairs / expected AS value, pairs, expected
