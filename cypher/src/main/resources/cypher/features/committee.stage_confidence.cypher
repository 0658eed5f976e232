// How much there is to judge the stage by, of people, of what they did and of what is known of them: recomputes
// committee.stage_confidence.
// params: accountId STRING, asOf DATETIME, since DATETIME, halfConfidence INTEGER
// returns: value FLOAT
// access: READ
// begins: actions
WITH size(people) AS people, size([job IN jobs WHERE job.function <> 'UNKNOWN']) AS known,
     toFloat(size(people) + size([done IN actions WHERE done.action.occurredAt > $since])) AS seen
WHERE people > 0
RETURN seen / (seen + $halfConfidence) * ((1.0 + known) / (1.0 + people)) AS value
