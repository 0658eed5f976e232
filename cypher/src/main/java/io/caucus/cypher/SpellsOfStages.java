package io.caucus.cypher;

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
 * Rows of {@code history/stages.cypher} as spells. Being told the same stage again does not end a stay in it; stages in which
 * an opportunity is won or lost are where it rests, so nobody stays there.
 */
final class SpellsOfStages {

    private static final Comparator<StageChange> IN_TIME =
            Comparator.comparing(StageChange::time).thenComparing(StageChange::stage);

    private final AsOf asOf;
    private final SortedMap<String, List<Spell>> byStage = new TreeMap<>();

    SpellsOfStages(AsOf asOf) {
        this.asOf = asOf;
    }

    void add(Record row) {
        var opportunity = new OpportunityId(row.get("opportunityId").asString());
        var changes = withoutRepetitions(row.get("stages").asList(stage -> change(opportunity, stage)));
        for (int index = 0; index < changes.size(); index++) {
            boolean ended = index + 1 < changes.size();
            var until = ended ? changes.get(index + 1).time().occurredAt() : asOf.instant();
            addSpell(changes.get(index), until, ended);
        }
    }

    StageSpells spells() {
        return new StageSpells(byStage);
    }

    private static List<StageChange> withoutRepetitions(List<StageChange> changes) {
        var distinct = new ArrayList<StageChange>();
        for (StageChange change : changes.stream().sorted(IN_TIME).toList()) {
            if (distinct.isEmpty() || !distinct.getLast().stage().equals(change.stage())) {
                distinct.add(change);
            }
        }
        return distinct;
    }

    private void addSpell(StageChange entered, Instant until, boolean ended) {
        if (entered.outcome() == Outcome.OPEN) {
            var stay = Duration.between(entered.time().occurredAt(), until);
            byStage.computeIfAbsent(entered.stage(), first -> new ArrayList<>())
                    .add(new Spell(stay.toMillis() / (double) Duration.ofDays(1).toMillis(), ended));
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
