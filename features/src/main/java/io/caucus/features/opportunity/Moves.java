package io.caucus.features.opportunity;

import io.caucus.features.AccountContext;
import io.caucus.features.EvidenceItem.StageMoved;
import io.caucus.graphmodel.StageOrder.Passage;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the account's open opportunities went from one open stage to another. To be opened again is no move, nor to be told the same stage. */
final class Moves {

    private Moves() {}

    /** One opportunity left a stage and reached another. */
    record Move(OpportunityId opportunity, Passage passage, Instant at) {}

    static List<Move> of(AccountContext account) {
        return account.history().openOpportunities().stream()
                .flatMap(opportunity ->
                        of(opportunity, StageChange.entries(account.history().stagesOf(opportunity.id()))))
                .toList();
    }

    private static Stream<Move> of(Opportunity opportunity, List<StageChange> entries) {
        return IntStream.range(1, entries.size())
                .filter(next -> entries.get(next - 1).outcome() == Outcome.OPEN
                        && entries.get(next).outcome() == Outcome.OPEN)
                .mapToObj(next -> new Move(
                        opportunity.id(),
                        new Passage(
                                opportunity.pipeline().orElse(""),
                                entries.get(next - 1).stage(),
                                entries.get(next).stage()),
                        entries.get(next).time().occurredAt()));
    }

    static List<StageMoved> newestFirst(Collection<Move> moves) {
        return moves.stream()
                .sorted(Comparator.comparing(Move::at).reversed().thenComparing(Move::opportunity))
                .map(move -> new StageMoved(
                        move.opportunity(),
                        move.passage().earlier(),
                        move.passage().later(),
                        move.at()))
                .toList();
    }
}
