package io.caucus.features.activity;

import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.Window;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The people employed at the account as of the instant, and their actions. */
public final class Activity {

    private final AccountHistory history;
    private final SortedMap<PersonId, Employment> employed;
    private final List<Engagement> actions;
    private final List<Engagement> outreach;
    private final SortedMap<PersonId, List<Engagement>> byPerson = new TreeMap<>();

    private Activity(AccountHistory history) {
        this.history = history;
        this.employed = employed(history);
        this.actions = history.engagements().stream()
                .filter(engagement ->
                        engagement.isBuyerAction() && !performersOf(engagement).isEmpty())
                .toList();
        this.outreach = history.engagements().stream().filter(this::isOutreach).toList();
        actions.forEach(action -> performersOf(action)
                .forEach(person -> byPerson.computeIfAbsent(person, nobody -> new ArrayList<>())
                        .add(action)));
    }

    public static Activity of(AccountHistory history) {
        return new Activity(history);
    }

    public AccountHistory history() {
        return history;
    }

    /** The job of everyone employed here; the latest one, should somebody hold several. */
    public SortedMap<PersonId, Employment> employed() {
        return employed;
    }

    public boolean isEmployed(PersonId person) {
        return employed.containsKey(person);
    }

    /** Oldest first. */
    public List<Engagement> actions() {
        return actions;
    }

    /** Oldest first. */
    public List<Engagement> actionsIn(Window window) {
        return actions.stream()
                .filter(action -> window.contains(action.time().occurredAt()))
                .toList();
    }

    public int countIn(Window window) {
        int count = 0;
        for (Engagement action : actions) {
            count += window.contains(action.time().occurredAt()) ? 1 : 0;
        }
        return count;
    }

    public Optional<Engagement> findLast() {
        return actions.isEmpty() ? Optional.empty() : Optional.of(actions.getLast());
    }

    /** The actions of everyone who has acted, each list oldest first. */
    public SortedMap<PersonId, List<Engagement>> byPerson() {
        return Collections.unmodifiableSortedMap(byPerson);
    }

    /** The last action of everyone who acted within the window. */
    public SortedMap<PersonId, Engagement> lastActionsIn(Window window) {
        var engaged = new TreeMap<PersonId, Engagement>();
        byPerson.forEach((person, theirs) -> {
            var last = theirs.getLast();
            if (window.contains(last.time().occurredAt())) {
                engaged.put(person, last);
            }
        });
        return engaged;
    }

    /** Those employed here who performed an engagement. */
    public List<PersonId> performersOf(Engagement engagement) {
        return engagement.performedBy().stream().filter(this::isEmployed).toList();
    }

    /** What we did that reached somebody employed here, oldest first; notes and tasks of our own reach nobody. */
    public List<Engagement> outreach() {
        return outreach;
    }

    private boolean isOutreach(Engagement engagement) {
        return engagement.side() == ActorSide.SELLER
                && engagement.excluded().isEmpty()
                && engagement.kind().channel() != Channel.INTERNAL
                && engagement.addressedTo().stream().anyMatch(this::isEmployed);
    }

    /** An action as evidence, told of its first performer. */
    public EvidenceItem.Action cite(Engagement action) {
        return new EvidenceItem.Action(
                action.id(),
                performersOf(action).getFirst(),
                action.kind(),
                action.time().occurredAt());
    }

    /** What we did, as evidence. */
    public static EvidenceItem.OurAction citeOurs(Engagement ours) {
        return new EvidenceItem.OurAction(ours.id(), ours.kind(), ours.time().occurredAt());
    }

    /** Actions as evidence, newest first. */
    public List<EvidenceItem.Action> cite(List<Engagement> oldestFirst) {
        return oldestFirst.reversed().stream().map(this::cite).toList();
    }

    private static SortedMap<PersonId, Employment> employed(AccountHistory history) {
        var employed = new TreeMap<PersonId, Employment>();
        history.employments().stream()
                .filter(employment -> employment.holdsAt(history.asOf()))
                .forEach(employment -> employed.put(employment.person(), employment));
        return Collections.unmodifiableSortedMap(employed);
    }
}
