// Activations for which one colleague has most of the credit, all actions of theirs together: {champion, colleague, activatedAt, lag, kind},
// with the lag in milliseconds and the kind of the action that has most of it.
// begins: credits
// gives: followings
CALL (credits) {
  UNWIND credits AS credit
  WITH credit
  ORDER BY credit.share DESC, credit.place
  WITH credit.champion AS champion, credit.colleague AS colleague, credit.activatedAt AS activatedAt,
       sum(credit.share) AS share, head(collect(credit)) AS largest
  WHERE share >= $leastCredit
  RETURN collect({champion: champion, colleague: colleague, activatedAt: activatedAt, lag: activatedAt - largest.at,
                  kind: largest.kind}) AS followings
}
