package io.caucus.bench;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageOrder.Passage;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What accounts are compared with, added up account by account. */
final class GatheredPeers {

    private final Duration window;
    private final SortedMap<String, List<Spell>> spells = new TreeMap<>();
    private final SortedMap<Passage, Integer> passages = new TreeMap<>();
    private final List<Double> activations = new ArrayList<>();
    private final List<Double> trends = new ArrayList<>();
    private final List<Double> adoptions = new ArrayList<>();

    /** @param window how far back the use of products is looked at */
    GatheredPeers(Duration window) {
        this.window = window;
    }

    Peers peers() {
        return new Peers(
                new StageSpells(spells), new StageOrder(passages), new ProductUse(activations, trends, adoptions));
    }

    void add(AccountHistory history) {
        for (Opportunity opportunity : history.opportunities()) {
            var changes = history.stagesOf(opportunity.id());
            addSpells(changes, history);
            addPassages(opportunity.pipeline().orElse(""), changes);
        }
        addUse(history);
    }

    private void addSpells(List<StageChange> changes, AccountHistory history) {
        for (int place = 0; place < changes.size(); place++) {
            var entered = changes.get(place);
            boolean isToldAgain = place > 0 && changes.get(place - 1).stage().equals(entered.stage());
            if (entered.outcome() == Outcome.OPEN && !isToldAgain) {
                var left = changes.stream()
                        .skip(place)
                        .filter(change -> !change.stage().equals(entered.stage()))
                        .findFirst();
                var until = left.map(change -> change.time().occurredAt())
                        .orElse(history.asOf().instant());
                double days = new AsOf(until).daysSince(entered.time().occurredAt());
                spells.computeIfAbsent(entered.stage(), first -> new ArrayList<>())
                        .add(new Spell(days, left.isPresent()));
            }
        }
    }

    private void addPassages(String pipeline, List<StageChange> changes) {
        var stages = changes.stream()
                .filter(change -> change.outcome() == Outcome.OPEN)
                .map(StageChange::stage)
                .distinct()
                .toList();
        for (int earlier = 0; earlier < stages.size(); earlier++) {
            for (int later = earlier + 1; later < stages.size(); later++) {
                passages.merge(new Passage(pipeline, stages.get(earlier), stages.get(later)), 1, Integer::sum);
            }
        }
    }

    private void addUse(AccountHistory history) {
        var now = counts(history, history.asOf().instant());
        var before = counts(history, history.asOf().instant().minus(window));
        long used = used(history);
        if (sum(now, Measure.SEATS_BOUGHT) > 0) {
            activations.add(sum(now, Measure.SEATS_ACTIVE) / sum(now, Measure.SEATS_BOUGHT));
        }
        if (!now.isEmpty() && !before.isEmpty()) {
            trends.add((1 + sum(now, Measure.SEATS_ACTIVE)) / (1 + sum(before, Measure.SEATS_ACTIVE)));
        }
        if (!now.isEmpty() || used > 0) {
            adoptions.add((double) used);
        }
    }

    /** The last count of each product, but those of a licence that had ended. */
    private static Collection<Link> counts(AccountHistory history, Instant at) {
        Map<EntityRef, Link> last = history.links().stream()
                .filter(link -> link.type() == LinkType.USES
                        && !link.time().occurredAt().isAfter(at))
                .collect(Collectors.toMap(
                        Link::to,
                        link -> link,
                        (one, other) ->
                                other.time().occurredAt().isAfter(one.time().occurredAt()) ? other : one,
                        TreeMap::new));
        return last.values().stream()
                .filter(count -> count.ended()
                        .filter(end -> end.occurredAt().isBefore(at))
                        .isEmpty())
                .toList();
    }

    private static double sum(Collection<Link> counts, Measure measure) {
        return counts.stream()
                .mapToDouble(count -> count.measures().getOrDefault(measure, 0.0))
                .sum();
    }

    private long used(AccountHistory history) {
        var since = history.asOf().instant().minus(window);
        var actions = history.engagements().stream()
                .filter(action -> action.kind() == EngagementKind.PRODUCT_USE
                        && action.isBuyerAction()
                        && action.time().occurredAt().isAfter(since))
                .map(action -> action.id().ref())
                .collect(Collectors.toSet());
        return history.links().stream()
                .filter(link -> link.type() == LinkType.CONCERNS
                        && link.to().label() == NodeLabel.PRODUCT
                        && actions.contains(link.from()))
                .map(Link::to)
                .distinct()
                .count();
    }
}
