package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Draws records that are deleted and restored: some once, some back and forth, some at one instant both. */
final class RandomTombstones {

    private static final int ONE_IN_SO_MANY = 6;
    private static final int MOST_OF_ONE_RECORD = 4;

    private final SplittableRandom random;
    private final RandomInstants instants;
    /** Nothing twice: equal facts would be read from one record. */
    private final Set<Fact> facts = new LinkedHashSet<>();

    /** @param labels of the records that may be deleted */
    RandomTombstones(List<Fact> told, Set<NodeLabel> labels, SplittableRandom random) {
        this.random = random;
        this.instants = new RandomInstants(random);
        var records = new TreeSet<EntityRef>();
        told.forEach(fact -> noteRecord(fact, records));
        records.stream().filter(record -> labels.contains(record.label())).forEach(this::perhapsDelete);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    private static void noteRecord(Fact fact, Set<EntityRef> records) {
        switch (fact) {
            case Account account -> records.add(account.id().ref());
            case Person person -> records.add(person.id().ref());
            case Opportunity opportunity -> records.add(opportunity.id().ref());
            case Engagement engagement -> records.add(engagement.id().ref());
            case Ticket ticket -> records.add(ticket.id().ref());
            default -> {}
        }
    }

    private void perhapsDelete(EntityRef record) {
        if (random.nextInt(ONE_IN_SO_MANY) == 0) {
            for (int more = random.nextInt(MOST_OF_ONE_RECORD); more >= 0; more--) {
                facts.add(new Tombstone(record, random.nextInt(3) == 0, instants.time()));
            }
        }
    }
}
