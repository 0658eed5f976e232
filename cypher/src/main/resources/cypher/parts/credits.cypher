// Who began, or began again after silence, oldest first: {person, at, named}; and the credit that earlier actions of colleagues have for it:
// {champion, colleague, place, at, kind, activatedAt, share}, with place being that of the action among all. Chance has the rest.
// begins: interactions
// gives: activations, credits
CALL (interactions) {
  UNWIND interactions AS done
  UNWIND done.acted AS person
  WITH person, collect(done) AS own
  UNWIND [i IN range(0, size(own) - 1) WHERE i = 0 OR own[i].at - own[i - 1].at >= $silenceMillis | own[i]] AS begun
  WITH person, begun
  ORDER BY begun.at, person.personId
  RETURN collect({person: person, at: begun.at, named: begun.reached}) AS activations
}
CALL (interactions, activations) {
  UNWIND activations AS activation
  CALL (interactions, activation) {
    UNWIND [i IN range(0, size(interactions) - 1) WHERE interactions[i].at < activation.at
            AND interactions[i].at > activation.at - $lookBackMillis] AS place
    WITH activation, place, interactions[place] AS done
    UNWIND done.acted AS champion
    WITH activation, place, done, champion,
         size(done.performers) + size([person IN done.reached WHERE NOT person IN done.performers]) - 1 AS reach
    WHERE champion <> activation.person
    RETURN collect({champion: champion, place: place, at: done.at, kind: done.action.kind, weight: $pairStrength
      * CASE WHEN activation.person IN done.reached OR champion IN activation.named THEN $explicitOdds ELSE 1.0 END
      * (1 + toFloat(activation.at - done.at) / $kernelScaleMillis) ^ (-$kernelExponent)
      / CASE WHEN reach > 1 THEN reach ELSE 1 END}) AS weights
  }
  WITH activation, weights, reduce(total = $baseRate, weighed IN weights | total + weighed.weight) AS total
  UNWIND weights AS weighed
  RETURN collect({champion: weighed.champion, colleague: activation.person, place: weighed.place, at: weighed.at,
                  kind: weighed.kind, activatedAt: activation.at, share: weighed.weight / total}) AS credits
}
