package io.caucus.api.assessment;

import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.scoring.Sentences;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What people call what an account's evidence is about, as of the history's instant: by the history, and by the graph where somebody is elsewhere, such as our users and
 * the people and accounts on a path.
 */
public final class Names {

    private final AccountHistory history;
    private final Map<EntityRef, String> elsewhere;

    private Names(AccountHistory history, Map<EntityRef, String> elsewhere) {
        this.history = history;
        this.elsewhere = elsewhere;
    }

    /** Whoever is elsewhere is called by the key. */
    public static Names of(AccountHistory history) {
        return of(history, Map.of());
    }

    /** @param elsewhere what {@link #elsewhere(AccountHistory, Stream)} is called */
    public static Names of(AccountHistory history, Map<EntityRef, String> elsewhere) {
        return new Names(history, Map.copyOf(elsewhere));
    }

    /** What sentences and drawings of evidence name and the history does not know. */
    public static SortedSet<EntityRef> elsewhere(AccountHistory history, Stream<EvidenceItem> items) {
        var named = new TreeSet<EntityRef>();
        items.forEach(item -> {
            Sentences.of(item, entity -> {
                named.add(entity);
                return "";
            });
            if (item instanceof EvidenceItem.SimilarAccount similar) {
                similar.opportunities().forEach(opportunity -> named.add(opportunity.ref()));
            }
        });
        named.removeIf(entity -> in(history, entity).isPresent());
        return named;
    }

    /** Its name, or its key if it has none. */
    public String of(EntityRef entity) {
        return in(history, entity).orElseGet(() -> elsewhere.getOrDefault(entity, entity.key()));
    }

    /** What the history itself says it is called. */
    public static Optional<String> in(AccountHistory history, EntityRef entity) {
        var name = switch (entity.label()) {
            case ACCOUNT ->
                Optional.of(history.account())
                        .filter(account -> account.records().contains(new AccountId(entity.key())))
                        .map(account -> account.name());
            case PERSON ->
                history.people().stream()
                        .filter(person -> person.id().value().equals(entity.key()))
                        .findFirst()
                        .map(Person::name);
            case OPPORTUNITY ->
                history.opportunities().stream()
                        .filter(opportunity -> opportunity.id().value().equals(entity.key()))
                        .findFirst()
                        .map(Opportunity::name);
            case PRODUCT, INVESTOR, PARTNER ->
                history.things().stream()
                        .filter(thing -> thing.entity().equals(entity))
                        .findFirst()
                        .map(Thing::name);
            case USER,
                    STAGE_CHANGE,
                    FIELD_CHANGE,
                    ENGAGEMENT,
                    SIGNAL_READING,
                    TICKET,
                    TOPIC,
                    CONTENT,
                    SEGMENT,
                    TERRITORY,
                    TEAM,
                    SOURCE_RECORD,
                    IMPORT_BATCH,
                    STREAM_OFFSET,
                    FEATURE_SNAPSHOT,
                    SCORE -> Optional.<String>empty();
        };
        return name.filter(word -> !word.isEmpty());
    }
}
