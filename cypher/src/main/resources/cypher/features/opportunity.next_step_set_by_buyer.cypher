// 1 if in the words of a buyer action in the window a next step was set: recomputes opportunity.next_step_set_by_buyer. Of several
// readings of an action by one extractor that of its newest version counts; numbers in a version count as numbers.
// params: accountId STRING, asOf DATETIME, since DATETIME, signals LIST<STRING>, leastConfidence FLOAT
// returns: value FLOAT
// access: READ
// begins: actions, opportunities
WITH opportunities, [done IN actions WHERE done.action.occurredAt > $since | done.action] AS recent
WHERE any(told IN opportunities WHERE told.isOpen)
CALL (recent) {
  UNWIND recent AS action
  MATCH (action)-[:READ_AS]->(reading:SignalReading)
  WHERE reading.occurredAt <= $asOf AND reading.knownAt <= $asOf
  WITH action, reading, [i IN range(0, size(reading.extractorVersion) - 1) | substring(reading.extractorVersion, i, 1)] AS letters
  WITH action, reading, reduce(run = {sorted: '', digits: ''}, letter IN letters + [''] |
         CASE WHEN letter >= '0' AND letter <= '9' THEN {sorted: run.sorted, digits: run.digits + letter}
              WHEN run.digits = '' THEN {sorted: run.sorted + letter, digits: ''}
              ELSE {sorted: run.sorted + right('000000000000000000000000000000000000000' + run.digits, 40) + letter, digits: ''} END).sorted AS sorted
  ORDER BY sorted DESC, reading.extractorVersion DESC
  WITH action, reading.extractor AS extractor, head(collect(reading)) AS reading
  RETURN count(*) AS readings,
         count(CASE WHEN any(i IN range(0, size(reading.signals) - 1) WHERE reading.signals[i] IN $signals
                             AND reading.confidences[i] >= $leastConfidence) THEN 1 END) AS steps
}
WITH readings, steps
WHERE readings > 0
RETURN CASE WHEN steps > 0 THEN 1.0 ELSE 0.0 END AS value
