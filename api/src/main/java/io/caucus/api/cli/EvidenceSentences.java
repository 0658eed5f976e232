package io.caucus.api.cli;

import io.caucus.features.EvidenceItem;
import io.caucus.features.ExplainedFeature;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.scoring.Sentences;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What numbers of one account were made of, in sentences with the names people know. */
final class EvidenceSentences {

    private final Map<EntityRef, String> names;

    EvidenceSentences(AccountHistory history) {
        names = Stream.of(
                        history.people().stream()
                                .map((Person person) -> Map.entry(person.id().ref(), person.name())),
                        history.opportunities().stream()
                                .map((Opportunity deal) -> Map.entry(deal.id().ref(), deal.name())),
                        history.things().stream().map((Thing thing) -> Map.entry(thing.entity(), thing.name())))
                .flatMap(Function.identity())
                .filter(named -> !named.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    Stream<String> of(ExplainedFeature feature) {
        return of(feature.evidence().items());
    }

    Stream<String> of(List<EvidenceItem> items) {
        return items.stream().map((EvidenceItem item) -> Sentences.of(item, this::name));
    }

    /** What people call it, or its key. */
    String name(EntityRef ref) {
        return names.getOrDefault(ref, ref.key());
    }
}
