package io.caucus.testkit;

import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageOrder.Passage;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The slow and obvious way from a heap of facts to what accounts are compared with. */
public final class PeersOracle {

    private final AsOf asOf;
    private final Instant useSince;
    private final List<Fact> visible;

    private PeersOracle(AsOf asOf, Duration use, Collection<? extends Fact> facts) {
        this.asOf = asOf;
        this.useSince = asOf.instant().minus(use);
        this.visible = HistoryOracle.undeleted(facts, asOf).stream()
                .filter(fact -> asOf.sees(fact.time()))
                .toList();
    }

    /**
     * @param use how far back the use of products is looked at
     * @param facts of any accounts, in any order, each told once; those of records that are one by the same key
     */
    public static Peers peers(AsOf asOf, Duration use, Collection<? extends Fact> facts) {
        var oracle = new PeersOracle(asOf, use, facts);
        return new Peers(oracle.spells(), oracle.order(), oracle.use());
    }

    private ProductUse use() {
        var activations = new ArrayList<Double>();
        var trends = new ArrayList<Double>();
        var adoptions = new ArrayList<Double>();
        accounts().forEach(account -> {
            var now = counts(account, asOf.instant());
            var before = counts(account, useSince);
            long used = used(account);
            if (sum(now, Measure.SEATS_BOUGHT) > 0) {
                activations.add(sum(now, Measure.SEATS_ACTIVE) / sum(now, Measure.SEATS_BOUGHT));
            }
            if (!now.isEmpty() && !before.isEmpty()) {
                trends.add((1 + sum(now, Measure.SEATS_ACTIVE)) / (1 + sum(before, Measure.SEATS_ACTIVE)));
            }
            if (!now.isEmpty() || used > 0) {
                adoptions.add((double) used);
            }
        });
        return new ProductUse(activations, trends, adoptions);
    }

    private Set<EntityRef> accounts() {
        return each(Account.class).map(account -> account.id().ref()).collect(Collectors.toSet());
    }

    /** The last count of each product, but those of a licence that had ended. */
    private List<Link> counts(EntityRef account, Instant at) {
        var counts = each(Link.class)
                .filter(link -> link.type() == LinkType.USES && link.from().equals(account))
                .filter(link -> !link.time().occurredAt().isAfter(at))
                .toList();
        return counts.stream()
                .filter(count -> counts.stream()
                        .noneMatch(other -> other.to().equals(count.to())
                                && other.time()
                                        .occurredAt()
                                        .isAfter(count.time().occurredAt())))
                .filter(count -> count.ended()
                        .filter(end -> asOf.sees(end) && end.occurredAt().isBefore(at))
                        .isEmpty())
                .toList();
    }

    private static double sum(List<Link> counts, Measure measure) {
        return counts.stream()
                .mapToDouble(count -> count.measures().getOrDefault(measure, 0.0))
                .sum();
    }

    private long used(EntityRef account) {
        var actions = each(Engagement.class)
                .filter(action -> action.account().ref().equals(account)
                        && action.kind() == EngagementKind.PRODUCT_USE
                        && action.isBuyerAction()
                        && action.time().occurredAt().isAfter(useSince))
                .map(action -> action.id().ref())
                .toList();
        return each(Link.class)
                .filter(link -> link.type() == LinkType.CONCERNS
                        && link.to().label() == NodeLabel.PRODUCT
                        && actions.contains(link.from()))
                .map(Link::to)
                .distinct()
                .count();
    }

    private StageSpells spells() {
        var spells = new TreeMap<String, List<Spell>>();
        for (Opportunity opportunity : opportunities()) {
            var changes = changes(opportunity);
            for (StageChange change : changes) {
                var before = changes.stream()
                        .takeWhile(earlier -> !earlier.equals(change))
                        .reduce((earlier, later) -> later);
                if (change.outcome() == Outcome.OPEN && !isSame(before, change)) {
                    spells.computeIfAbsent(change.stage(), first -> new ArrayList<>())
                            .add(spell(change, changes));
                }
            }
        }
        return new StageSpells(spells);
    }

    private Spell spell(StageChange entered, List<StageChange> changes) {
        var left = changes.stream()
                .dropWhile(change -> !change.equals(entered))
                .filter(change -> !change.stage().equals(entered.stage()))
                .findFirst();
        var until = left.map(change -> change.time().occurredAt()).orElse(asOf.instant());
        return new Spell(new AsOf(until).daysSince(entered.time().occurredAt()), left.isPresent());
    }

    private static boolean isSame(Optional<StageChange> before, StageChange change) {
        return before.filter(earlier -> earlier.stage().equals(change.stage())).isPresent();
    }

    private StageOrder order() {
        SortedMap<Passage, Integer> passages = new TreeMap<>();
        for (Opportunity opportunity : opportunities()) {
            var open = changes(opportunity).stream()
                    .filter(change -> change.outcome() == Outcome.OPEN)
                    .toList();
            var stages = open.stream().map(StageChange::stage).distinct().toList();
            for (String one : stages) {
                for (String other : stages) {
                    if (first(one, open) < first(other, open)) {
                        passages.merge(new Passage(opportunity.pipeline().orElse(""), one, other), 1, Integer::sum);
                    }
                }
            }
        }
        return new StageOrder(passages);
    }

    private static int first(String stage, List<StageChange> changes) {
        return changes.stream().map(StageChange::stage).toList().indexOf(stage);
    }

    private List<Opportunity> opportunities() {
        return each(Opportunity.class).toList();
    }

    private List<StageChange> changes(Opportunity opportunity) {
        return each(StageChange.class)
                .filter(change -> change.opportunity().equals(opportunity.id()))
                .sorted(Comparator.comparing(StageChange::time).thenComparing(StageChange::stage))
                .toList();
    }

    private <F extends Fact> Stream<F> each(Class<F> kind) {
        return visible.stream().filter(kind::isInstance).map(kind::cast);
    }
}
