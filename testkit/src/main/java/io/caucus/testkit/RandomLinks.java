package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws products, investors and the like, and links of every type between them and what has been told. */
final class RandomLinks {

    private static final int THINGS_OF_A_KIND = 2;
    private static final int LINKS_OF_A_TYPE = 6;

    private final SplittableRandom random;
    private final RandomInstants instants;
    private final Map<NodeLabel, List<EntityRef>> ends = new EnumMap<>(NodeLabel.class);
    private final List<Engagement> performed = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<List<Object>> taken = new HashSet<>();

    RandomLinks(List<Fact> told, SplittableRandom random) {
        this.random = random;
        this.instants = new RandomInstants(random);
        told.forEach(this::noteEnd);
        for (NodeLabel label : NodeLabel.values()) {
            if (label.isCatalogue()) {
                drawThings(label);
            }
        }
        for (LinkType type : LinkType.values()) {
            for (int number = 0; number < LINKS_OF_A_TYPE; number++) {
                drawLink(type);
            }
        }
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    private void noteEnd(Fact fact) {
        switch (fact) {
            case Account account -> noteEnd(account.id().ref());
            case Person person -> noteEnd(person.id().ref());
            case User user -> noteEnd(user.id().ref());
            case Opportunity opportunity -> noteEnd(opportunity.id().ref());
            case Engagement engagement -> {
                noteEnd(engagement.id().ref());
                if (!engagement.performedBy().isEmpty()) {
                    performed.add(engagement);
                }
            }
            default -> {}
        }
    }

    private void noteEnd(EntityRef end) {
        ends.computeIfAbsent(end.label(), first -> new ArrayList<>()).add(end);
    }

    /** Some are never told of, some twice under two names. */
    private void drawThings(NodeLabel label) {
        for (int number = 0; number < THINGS_OF_A_KIND; number++) {
            var thing = new EntityRef(label, "random:" + label.inCypher() + number);
            noteEnd(thing);
            for (int telling = random.nextInt(3); telling > 0; telling--) {
                var time = instants.time();
                if (taken.add(List.of(thing, time))) {
                    facts.add(new Thing(thing, "%s %d".formatted(label.inCypher(), random.nextInt(1000)), time));
                }
            }
        }
    }

    private void drawLink(LinkType type) {
        var through = type.isThroughEngagement() && !performed.isEmpty()
                ? Optional.of(oneOf(performed))
                : Optional.<Engagement>empty();
        var from = through.map(engagement -> engagement.performedBy().getFirst().ref())
                .or(() -> oneEnd(type.relationship().from()));
        var to = oneEnd(type.relationship().to());
        if (from.isEmpty() || to.isEmpty() || from.equals(to) || type.isThroughEngagement() != through.isPresent()) {
            return;
        }
        var time = instants.time();
        if (taken.add(List.of(type, from.get(), to.get(), time.occurredAt()))) {
            tell(type, from.get(), to.get(), through.map(Engagement::id), time);
        }
    }

    /** An end is told at once, or later on. */
    private void tell(LinkType type, EntityRef from, EntityRef to, Optional<EngagementId> through, FactTime time) {
        var measures = measures(type);
        boolean ends = random.nextBoolean();
        if (!ends || random.nextBoolean()) {
            facts.add(new Link(type, from, to, through, measures, time, Optional.empty()));
        }
        if (ends) {
            var ended = Optional.of(instants.timeFrom(time.occurredAt()));
            facts.add(new Link(type, from, to, through, measures, time, ended));
        }
    }

    private Map<Measure, Double> measures(LinkType type) {
        var measures = new EnumMap<Measure, Double>(Measure.class);
        type.measures().forEach(measure -> measures.put(measure, random.nextInt(1000) / 8.0));
        return measures;
    }

    private Optional<EntityRef> oneEnd(Set<NodeLabel> labels) {
        var choices = labels.stream()
                .flatMap(label -> ends.getOrDefault(label, List.of()).stream())
                .toList();
        return choices.isEmpty() ? Optional.empty() : Optional.of(oneOf(choices));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
