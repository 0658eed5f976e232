package io.caucus.features.committee;

import io.caucus.features.EvidenceItem.Action;
import io.caucus.features.activity.Activity;
import io.caucus.features.algorithms.SharedDays;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.time.Window;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import io.caucus.graphmodel.vocabulary.Exclusion;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * On which days of the window who acted, and which of these days say nothing of working together.
 *
 * <p>Days are counted back from the instant, 24 hours each, so that a window of 30 days has 30 of them wherever the account
 * is. On a day of an event that we ran, or on which a mail of ours went to the whole company, people act at once because we
 * made them: pairs of such days do not count, while what chance explains is still spread over all days. So what we do can only
 * make coordination look weaker, never stronger.
 */
final class Coordination {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Activity activity;
    private final CommitteeParameters parameters;
    private final Window window;
    private final SortedMap<PersonId, SortedSet<Integer>> activeDays = new TreeMap<>();
    private final SortedSet<Integer> ourDays = new TreeSet<>();

    Coordination(Activity activity, CommitteeParameters parameters) {
        this.activity = activity;
        this.parameters = parameters;
        this.window = activity.history().asOf().last(parameters.engagedFor());
        activity.actionsIn(window).forEach(this::noteActive);
        activity.history().engagements().stream()
                .filter(engagement -> window.contains(engagement.time().occurredAt()) && isOurDoing(engagement))
                .forEach(engagement -> ourDays.add(day(engagement)));
    }

    private void noteActive(Engagement action) {
        activity.performersOf(action)
                .forEach(person -> activeDays
                        .computeIfAbsent(person, first -> new TreeSet<>())
                        .add(day(action)));
    }

    private int day(Engagement engagement) {
        var age = activity.history().asOf().ageOf(engagement.time().occurredAt());
        return (int) (age.toMillis() / DAY);
    }

    private boolean isOurDoing(Engagement engagement) {
        return isEvent(engagement) || isCompanyWideMail(engagement);
    }

    /** The only events we hear of are those we ran. */
    private static boolean isEvent(Engagement engagement) {
        return engagement.kind().channel() == Channel.EVENT
                && engagement.excluded().filter(Exclusion.NOT_HELD::equals).isEmpty();
    }

    private boolean isCompanyWideMail(Engagement engagement) {
        if (engagement.side() != ActorSide.SELLER || engagement.kind().channel() != Channel.EMAIL) {
            return false;
        }
        long reached =
                engagement.addressedTo().stream().filter(activity::isEmployed).count();
        var limits = parameters.coordination();
        return reached >= limits.companyWidePeople()
                && reached >= limits.companyWideShare() * activity.employed().size();
    }

    int days() {
        return (int) (window.length().toMillis() / DAY);
    }

    int people() {
        return activeDays.size();
    }

    /** How many days each person was active, by person. */
    private int[] activeDaysOfEach() {
        return activeDays.values().stream().mapToInt(own -> own.size()).toArray();
    }

    /** Pairs who were active on the same day, over all days that are not ours. */
    long pairs() {
        var activeOnDay = new int[days()];
        activeDays
                .values()
                .forEach(own ->
                        own.stream().filter(day -> !ourDays.contains(day)).forEach(day -> activeOnDay[day]++));
        return SharedDays.pairs(activeOnDay);
    }

    /** How many times as many pairs there are as chance explains. */
    double lift() {
        return pairs() / SharedDays.expectedPairs(activeDaysOfEach(), days());
    }

    /** How likely chance alone would make so many pairs, in (0, 1]. */
    double p() {
        var limits = parameters.coordination();
        long seed =
                31 * limits.seed() + activity.history().account().id().value().hashCode();
        return SharedDays.higherP(activeDaysOfEach(), days(), pairs(), limits.draws(), seed);
    }

    /** What made the pairs; if there are none, what might have. */
    List<Action> cite() {
        boolean arePairs = pairs() > 0;
        return activity.cite(activity.actionsIn(window).stream()
                .filter(action -> !arePairs || isShared(day(action)))
                .toList());
    }

    private boolean isShared(int day) {
        return !ourDays.contains(day)
                && activeDays.values().stream().filter(own -> own.contains(day)).count() > 1;
    }
}
