// Everyone employed there by id, and in the same order the latest job of each. A person is the record with the smallest id among
// those that are one. Of records that disagree about the end of a job, the one that heard of it last is believed.
// begins: accounts
// gives: people, jobs
CALL (accounts) {
  UNWIND accounts AS account
  MATCH (account)<-[job:WORKS_AT]-(record:Person)
  WHERE job.occurredAt <= $asOf AND job.knownAt <= $asOf
    AND coalesce(size([turn IN record.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  CALL (record) {
    MATCH (record)-[merges:SAME_AS*0..]-(same:Person)
    WHERE all(merge IN merges WHERE merge.occurredAt <= $asOf AND coalesce(merge.endedAt > $asOf, true))
    RETURN same AS person
    ORDER BY same.personId
    LIMIT 1
  }
  WITH person, job, CASE WHEN job.endKnownAt <= $asOf THEN job.endedAt END AS endedAt
  ORDER BY CASE WHEN endedAt IS NOT NULL AND job.endKnownAt > job.knownAt THEN job.endKnownAt ELSE job.knownAt END DESC,
           coalesce(endedAt, job.occurredAt) DESC, endedAt IS NOT NULL DESC, job.function DESC, job.seniority DESC
  WITH person, job.title AS title, job.occurredAt AS beganAt, min(job.knownAt) AS knownAt, head(collect(job)) AS job,
       head(collect(coalesce(endedAt >= $asOf, true))) AS isHeld
  WHERE isHeld
  WITH person, job
  ORDER BY beganAt DESC, knownAt DESC, coalesce(title, '') DESC
  WITH person, head(collect(job)) AS job
  ORDER BY person.personId
  RETURN collect(person) AS people, collect(job) AS jobs
}
