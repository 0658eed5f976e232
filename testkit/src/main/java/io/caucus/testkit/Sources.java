package io.caucus.testkit;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.ContentHash;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import java.util.ArrayList;
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
        var hash = ContentHash.of(List.of(fact));
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
            case SignalReading reading -> "signal-reading";
            case Ticket ticket -> "ticket";
            case Thing thing -> "thing";
            case Link link -> "link";
            case Tombstone stone -> "tombstone";
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
            case SignalReading reading -> reading.key();
            case Ticket ticket -> ticket.id().value();
            case Thing thing -> thing.entity().key();
            case Employment employment -> hash.substring(0, NATIVE_ID_LENGTH);
            case Subsidiary subsidiary -> hash.substring(0, NATIVE_ID_LENGTH);
            case StageChange change -> hash.substring(0, NATIVE_ID_LENGTH);
            case FieldChange change -> hash.substring(0, NATIVE_ID_LENGTH);
            case RoleHolding role -> hash.substring(0, NATIVE_ID_LENGTH);
            case Link link -> hash.substring(0, NATIVE_ID_LENGTH);
            case Tombstone stone -> hash.substring(0, NATIVE_ID_LENGTH);
        };
    }
}
