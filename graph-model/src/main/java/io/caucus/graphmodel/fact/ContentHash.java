package io.caucus.graphmodel.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The content hash of a {@link SourceRecord} whose source tells facts and not text: SHA-256, in lower-case hex, over all
 * that the facts say, in the order given.
 */
public final class ContentHash {

    private ContentHash() {}

    public static String of(List<? extends Fact> facts) {
        var content = new StringBuilder();
        facts.forEach(fact -> content.append(content(fact)).append('\n'));
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** All of a fact: names and addresses are kept out of {@code toString}. */
    private static String content(Fact fact) {
        return switch (fact) {
            case Person person ->
                "%s %s %s %s%s"
                        .formatted(person, person.name(), person.email(), person.time(), stated(person.stated()));
            case User user -> "%s %s %s".formatted(user, user.name(), user.time());
            case Account account ->
                "Account[id=%s, name=%s, domain=%s, time=%s]%s"
                        .formatted(
                                account.id(),
                                account.name(),
                                account.domain(),
                                account.time(),
                                stated(account.stated()));
            case Employment employment -> employment.toString();
            case Subsidiary subsidiary -> subsidiary.toString();
            case Opportunity opportunity ->
                "Opportunity[id=%s, account=%s, name=%s, pipeline=%s, time=%s]%s"
                        .formatted(
                                opportunity.id(),
                                opportunity.account(),
                                opportunity.name(),
                                opportunity.pipeline(),
                                opportunity.time(),
                                stated(opportunity.stated()));
            case StageChange change -> change.toString();
            case FieldChange change -> "%s %s".formatted(change, change.value());
            case RoleHolding role -> role.toString();
            case Engagement engagement -> engagement.toString();
            case SignalReading reading -> reading.toString();
            case Ticket ticket -> ticket.toString();
            case Thing thing -> thing.toString();
            case Link link -> link.toString();
            case Tombstone stone -> stone.toString();
        };
    }

    /** Nothing where nothing is assumed: what was always hashed has the hash it always had. */
    private static String stated(Optional<Instant> stated) {
        return stated.map(at -> " stated " + at).orElse("");
    }
}
