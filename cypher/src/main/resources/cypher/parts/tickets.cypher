// Their support requests.
// begins: accounts
// gives: tickets
CALL (accounts) {
  UNWIND accounts AS account
  MATCH (account)<-[:ABOUT]-(ticket:Ticket)
  WHERE ticket.occurredAt <= $asOf AND ticket.knownAt <= $asOf
    AND coalesce(size([turn IN ticket.deletions WHERE turn <= $asOf]) % 2 = 0, true)
  RETURN collect(DISTINCT ticket) AS tickets
}
