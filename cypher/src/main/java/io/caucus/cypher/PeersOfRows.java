package io.caucus.cypher;

import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.ProductUse;
import io.caucus.graphmodel.StageOrder;
import io.caucus.graphmodel.StageOrder.Passage;
import io.caucus.graphmodel.StageSpells;
import io.caucus.graphmodel.StageSpells.Spell;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Rows of {@code history/peers.cypher} as what accounts are compared with. Being told the same stage again does not end a stay in
 * it; stages in which an opportunity is won or lost are where it rests, so nobody stays there or passes through them.
 */
final class PeersOfRows {

    /** What a row tells; the statement's column {@code kind}. */
    private enum Kind {
        OPPORTUNITY,
        USE
    }

    private static final Comparator<StageChange> IN_TIME =
            Comparator.comparing(StageChange::time).thenComparing(StageChange::stage);

    private final AsOf asOf;
    private final SortedMap<String, List<Spell>> byStage = new TreeMap<>();
    private final SortedMap<Passage, Integer> passages = new TreeMap<>();
    private final List<Double> activations = new ArrayList<>();
    private final List<Double> trends = new ArrayList<>();
    private final List<Double> adoptions = new ArrayList<>();

    PeersOfRows(AsOf asOf) {
        this.asOf = asOf;
    }

    void add(Record row) {
        var fact = row.get("fact");
        switch (Kind.valueOf(row.get("kind").asString())) {
            case OPPORTUNITY -> addOpportunity(fact);
            case USE -> addUse(fact);
        }
    }

    private void addUse(Value use) {
        addKnown(use.get("share"), activations);
        addKnown(use.get("trend"), trends);
        addKnown(use.get("adopted"), adoptions);
    }

    private static void addKnown(Value number, List<Double> numbers) {
        if (!number.isNull()) {
            numbers.add(number.asDouble());
        }
    }

    private void addOpportunity(Value fact) {
        var opportunity = new OpportunityId(fact.get("opportunityId").asString());
        var changes = fact.get("stages").asList(stage -> change(opportunity, stage)).stream()
                .sorted(IN_TIME)
                .toList();
        addSpells(StageChange.entries(changes));
        addPassages(fact.get("pipeline").asString(), changes);
    }

    Peers peers() {
        return new Peers(
                new StageSpells(byStage), new StageOrder(passages), new ProductUse(activations, trends, adoptions));
    }

    private void addSpells(List<StageChange> entries) {
        for (int index = 0; index < entries.size(); index++) {
            boolean ended = index + 1 < entries.size();
            var until = ended ? entries.get(index + 1).time().occurredAt() : asOf.instant();
            addSpell(entries.get(index), until, ended);
        }
    }

    private void addSpell(StageChange entered, Instant until, boolean ended) {
        if (entered.outcome() == Outcome.OPEN) {
            var stay = Duration.between(entered.time().occurredAt(), until);
            byStage.computeIfAbsent(entered.stage(), first -> new ArrayList<>())
                    .add(new Spell(stay.toMillis() / (double) Duration.ofDays(1).toMillis(), ended));
        }
    }

    private void addPassages(String pipeline, List<StageChange> changes) {
        var stages = changes.stream()
                .filter(change -> change.outcome() == Outcome.OPEN)
                .map(StageChange::stage)
                .distinct()
                .toList();
        for (int earlier = 0; earlier < stages.size(); earlier++) {
            for (String later : stages.subList(earlier + 1, stages.size())) {
                passages.merge(new Passage(pipeline, stages.get(earlier), later), 1, Integer::sum);
            }
        }
    }

    private static StageChange change(OpportunityId opportunity, Value stage) {
        return new StageChange(
                opportunity,
                stage.get("stage").asString(),
                Outcome.valueOf(stage.get("outcome").asString()),
                Clocks.time(stage));
    }
}
