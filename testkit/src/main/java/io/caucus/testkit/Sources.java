package io.caucus.testkit;

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

/** Gives every fact a record it could have been read from: one line of a made-up file for each. */
final class Sources {

    private static final String SOURCE = "random";
    private static final int NATIVE_ID_LENGTH = 12;

    private Sources() {}

    static List<SourcedFacts> of(List<? extends Fact> facts) {
        var sourced = new ArrayList<SourcedFacts>();
        for (Fact fact : facts) {
            long line = sourced.size() + 1L;
            sourced.add(new SourcedFacts(recordOf(fact, line), List.of(fact)));
        }
        return sourced;
    }

    private static SourceRecord recordOf(Fact fact, long line) {
        var hash = sha256(content(fact));
        var type = type(fact);
        return new SourceRecord(SOURCE, type, nativeId(fact, hash), hash, type + ".csv", line);
    }

    private static String type(Fact fact) {
        return switch (fact) {
            case Account account -> "account";
            case Person person -> "person";
            case User user -> "user";
            case Employment employment -> "employment";
            case Subsidiary subsidiary -> "subsidiary";
            case Opportunity opportunity -> "opportunity";
            case StageChange change -> "stage-change";
            case FieldChange change -> "field-change";
            case RoleHolding role -> "role";
            case Engagement engagement -> "engagement";
            case Ticket ticket -> "ticket";
        };
    }

    /** Things keep their id from version to version; a link or a change is told by its content. */
    private static String nativeId(Fact fact, String hash) {
        return switch (fact) {
            case Account account -> account.id().value();
            case Person person -> person.id().value();
            case User user -> user.id().value();
            case Opportunity opportunity -> opportunity.id().value();
            case Engagement engagement -> engagement.id().value();
            case Ticket ticket -> ticket.id().value();
            case Employment employment -> hash.substring(0, NATIVE_ID_LENGTH);
            case Subsidiary subsidiary -> hash.substring(0, NATIVE_ID_LENGTH);
            case StageChange change -> hash.substring(0, NATIVE_ID_LENGTH);
            case FieldChange change -> hash.substring(0, NATIVE_ID_LENGTH);
            case RoleHolding role -> hash.substring(0, NATIVE_ID_LENGTH);
        };
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

    private static String sha256(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
