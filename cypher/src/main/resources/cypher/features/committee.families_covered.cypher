// How many of the technical, business and executive family are engaged in the window: recomputes committee.families_covered. Of
// several jobs that somebody holds at the account the latest counts.
// params: accountId STRING, asOf DATETIME, since DATETIME, technicalFunctions LIST<STRING>, executiveSeniorities LIST<STRING>
// returns: value FLOAT
// access: READ
// begins: actions
UNWIND range(0, size(people) - 1) AS i
WITH people[i] AS person, jobs[i] AS job, [done IN actions WHERE done.action.occurredAt > $since] AS recent
WITH any(done IN recent WHERE person IN done.acted) AS engaged,
     CASE
       WHEN job.seniority IN $executiveSeniorities THEN 'EXECUTIVE'
       WHEN job.function = 'UNKNOWN' THEN null
       WHEN job.function IN $technicalFunctions THEN 'TECHNICAL'
       ELSE 'BUSINESS'
     END AS family
WITH count(*) AS people, sum(CASE WHEN engaged THEN 1 ELSE 0 END) AS engagedPeople,
     count(DISTINCT CASE WHEN engaged THEN family END) AS families
WHERE people > 0 AND (engagedPeople = 0 OR families > 0)
RETURN toFloat(families) AS value
