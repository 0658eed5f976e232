package io.caucus.world;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One made-up export file: facts become records, one a line, in the order in which they are added. */
final class Records {

    private final String file;
    private final List<SourcedFacts> records = new ArrayList<>();

    Records(String file) {
        this.file = file;
    }

    /** @param key what the record is about; its native id is the key without our prefix */
    void add(String type, String key, Fact... facts) {
        var told = List.of(facts);
        long line = records.size() + 1L;
        var source = new SourceRecord(Keys.SOURCE, type, Keys.nativeId(key), hash(told), file, line);
        records.add(new SourcedFacts(source, told));
    }

    List<SourcedFacts> inOrder() {
        return List.copyOf(records);
    }

    private static String hash(List<Fact> facts) {
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

    /** All of a fact: people and users keep their names out of {@code toString}. */
    private static String content(Fact fact) {
        return switch (fact) {
            case Person person -> "%s %s %s %s".formatted(person, person.name(), person.email(), person.time());
            case User user -> "%s %s %s".formatted(user, user.name(), user.time());
            case Account account -> account.toString();
            case Employment employment -> employment.toString();
            case Subsidiary subsidiary -> subsidiary.toString();
            case Opportunity opportunity -> opportunity.toString();
            case StageChange change -> change.toString();
            case FieldChange change -> change.toString();
            case RoleHolding role -> role.toString();
            case Engagement engagement -> engagement.toString();
            case Ticket ticket -> ticket.toString();
        };
    }
}
