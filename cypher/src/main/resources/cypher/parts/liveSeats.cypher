// These seats, each with how full it is of people who likely sit there and are active, and whether anybody shows a sign of the role:
// {role, required, live, shown, likeliest}, the last being who most likely holds it, or null. Of each source the strongest sign counts; what a human stated fades and stands against the sum of
// the others, the larger decides.
// begins: actions, roles, seats
// gives: liveSeats
CALL (people, jobs, actions, roles, seats) {
  UNWIND seats AS seat
  WITH seat, [i IN range(0, size(people) - 1) | {
         person: people[i],
         held: [holding IN roles WHERE holding.role = seat.role AND holding.person = people[i]],
         hasTitle: any(title IN $titles WHERE title.role = seat.role AND jobs[i].function IN title.functions
                                          AND jobs[i].seniority IN title.seniorities),
         hasHabit: any(habit IN $habits WHERE habit.role = seat.role
                   AND size([done IN actions WHERE people[i] IN done.acted AND done.action.occurredAt > $habitsSince
                                               AND done.action.kind IN habit.kinds]) >= habit.fewest),
         silence: $asOf.epochMillis - [done IN actions WHERE people[i] IN done.acted][-1].at - $engagedMillis}] AS candidates
  WITH seat, [one IN candidates | {
         person: one.person,
         stated: reduce(most = 0.0, sign IN [holding IN one.held WHERE holding.source = 'STATED_IN_CRM' |
                   holding.confidence * 0.5 ^ (toFloat($asOf.epochMillis - holding.since.epochMillis) / $statementHalfLifeMillis)
                   * $statedWeight] | CASE WHEN sign > most THEN sign ELSE most END),
         title: reduce(most = CASE WHEN one.hasTitle THEN $titleWeight ELSE 0.0 END,
                   sign IN [holding IN one.held WHERE holding.source = 'INFERRED_FROM_TITLE' | holding.confidence * $titleWeight] |
                   CASE WHEN sign > most THEN sign ELSE most END),
         behaviour: reduce(most = CASE WHEN one.hasHabit THEN $behaviourWeight ELSE 0.0 END,
                   sign IN [holding IN one.held WHERE holding.source = 'INFERRED_FROM_BEHAVIOUR' |
                            holding.confidence * $behaviourWeight] | CASE WHEN sign > most THEN sign ELSE most END),
         external: reduce(most = 0.0, sign IN [holding IN one.held WHERE holding.source = 'EXTERNAL' |
                   holding.confidence * $externalWeight] | CASE WHEN sign > most THEN sign ELSE most END),
         active: CASE WHEN one.silence IS NULL THEN 0.0 WHEN one.silence < 0 THEN 1.0
                      ELSE 0.5 ^ (toFloat(one.silence) / $activeHalfLifeMillis) END}] AS candidates
  WITH seat, [one IN candidates WHERE one.stated > 0 OR one.title > 0 OR one.behaviour > 0 OR one.external > 0 | {
         person: one.person,
         logOdds: CASE WHEN one.stated > one.title + one.behaviour + one.external THEN one.stated
                       ELSE one.title + one.behaviour + one.external END,
         active: one.active}] AS likely
  WITH seat, likely, reduce(filled = 0.0, one IN likely |
         filled + 1 / (1 + exp(-($priorLogOdds + one.logOdds))) * one.active) / seat.required AS filled
  RETURN collect({role: seat.role, required: seat.required, shown: size(likely) > 0,
                  likeliest: reduce(most = head(likely), one IN likely | CASE WHEN one.logOdds > most.logOdds THEN one ELSE most END).person,
                  live: CASE WHEN filled > 1 THEN 1.0 ELSE filled END}) AS liveSeats
}
