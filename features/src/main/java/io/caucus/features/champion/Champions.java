package io.caucus.features.champion;

import io.caucus.features.EvidenceItem;
import io.caucus.features.EvidenceItem.Influence;
import io.caucus.features.activity.Activity;
import io.caucus.features.propagation.Credit;
import io.caucus.features.propagation.Credits;
import io.caucus.features.propagation.EventLog.Event;
import io.caucus.features.propagation.ShiftTest;
import io.caucus.features.propagation.Strengths;
import io.caucus.graphmodel.assessment.KeptInfluences;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who moves whom at one account as of an instant. Worked out once for all features; chance only when somebody asks. */
public final class Champions {

    /** Credits up to this one are no evidence worth keeping. */
    public static final double LEAST_KEPT = 0.1;

    private final ChampionParameters parameters;
    private final AccountLog account;
    private final Credits credits;
    private final List<Following> followings;
    private final Map<Integer, List<Following>> byChampion;
    private final int[] most;
    private @Nullable ShiftTest chance;

    public Champions(Activity activity, ChampionParameters parameters) {
        this.parameters = parameters;
        this.account = new AccountLog(activity);
        this.credits = Credits.of(account.log(), parameters.settings(), strengths());
        this.followings = followings();
        this.byChampion = followings.stream().collect(Collectors.groupingBy(Following::champion));
        this.most = people().map(this::mostFollowers).toArray();
    }

    /** The credits above {@link #LEAST_KEPT}, by time of the activation. */
    public KeptInfluences kept() {
        return new KeptInfluences(
                account.history().account().id(),
                account.history().asOf(),
                credits.all().stream()
                        .filter(credit -> credit.share() > LEAST_KEPT)
                        .map(this::keep)
                        .toList());
    }

    private KeptInfluences.Influence keep(Credit credit) {
        var action = account.action(credit.cause());
        var activation = account.action(credit.response());
        return new KeptInfluences.Influence(
                account.performer(credit.cause()),
                account.performer(credit.response()),
                credit.share(),
                lag(credit),
                action.kind().channel(),
                activation.time().occurredAt(),
                action.id(),
                activation.id());
    }

    /** Somebody became active, and one colleague has most of the credit for it. */
    record Following(int champion, int response, List<Credit> credits) {

        /** The champion's action with the largest share. */
        Credit largest() {
            return credits.stream()
                    .reduce((one, other) -> other.share() > one.share() ? other : one)
                    .orElseThrow();
        }
    }

    /**
     * The champion by effect: of those whom at least {@link ChampionParameters#fewestFollowers} colleagues followed in time and
     * who have more cascade influence than chance explains, the one with most.
     */
    public Optional<PersonId> findByEffect() {
        return findNumberByEffect().stream().mapToObj(account::person).findFirst();
    }

    OptionalInt findNumberByEffect() {
        return people().filter(person -> followers(person) >= parameters.fewestFollowers()
                        && chance().p(credits.cascadeInfluence(person)) <= parameters.significance())
                .reduce((one, other) -> credits.cascadeInfluence(other) > credits.cascadeInfluence(one) ? other : one);
    }

    /** Whether there are two people of whom one could have moved the other. */
    boolean areTwo() {
        return account.log().people() > 1;
    }

    double directInfluence(int person) {
        return credits.directInfluence(person);
    }

    double cascadeInfluence(int person) {
        return credits.cascadeInfluence(person);
    }

    /** Who has most of something; of the smallest id among equals. Only if {@link #areTwo}. */
    int most(IntToDoubleFunction amount) {
        return people().reduce((one, other) -> amount.applyAsDouble(other) > amount.applyAsDouble(one) ? other : one)
                .orElseThrow();
    }

    /** What chance does among people with these rhythms. */
    ShiftTest chance() {
        if (chance == null) {
            chance = ShiftTest.of(
                    account.log(), parameters.settings(), strengths(), parameters.shifts(), parameters.shiftSeed());
        }
        return chance;
    }

    /** The most colleagues that followed one action of somebody in time. */
    int followers(int person) {
        return most[person];
    }

    private int mostFollowers(int person) {
        return followingsOf(person).isEmpty()
                ? 0
                : ownEvents(person)
                        .map(event -> followersOf(event).size())
                        .max()
                        .orElse(0);
    }

    /** Those whom the action of theirs with most followers brought, or several with as many. */
    List<Following> mostFollowed(int person) {
        var responses = new HashSet<Integer>();
        ownEvents(person)
                .mapToObj(this::followersOf)
                .filter(followers -> followers.size() == followers(person))
                .forEach(followers -> followers.values().forEach(following -> responses.add(following.response())));
        return followingsOf(person).stream()
                .filter(following -> responses.contains(following.response()))
                .toList();
    }

    /** The activations that somebody brought about. */
    List<Following> followingsOf(int person) {
        return byChampion.getOrDefault(person, List.of());
    }

    List<Following> allFollowings() {
        return followings;
    }

    /** How long after an action of the champion's with the largest share. */
    Duration lag(Credit credit) {
        return Duration.ofMillis(
                event(credit.response()).at() - event(credit.cause()).at());
    }

    AccountLog account() {
        return account;
    }

    /** The credits of somebody, largest first. */
    List<Influence> citeCredits(int person) {
        return cite(credits.all().stream()
                .filter(credit -> event(credit.cause()).actor() == person)
                .toList());
    }

    /** All credits, largest first. */
    List<Influence> citeCredits() {
        return cite(credits.all());
    }

    List<Influence> cite(List<Credit> some) {
        return some.stream()
                .sorted(Comparator.comparingDouble(Credit::share).reversed())
                .map(this::cite)
                .toList();
    }

    private EvidenceItem.Influence cite(Credit credit) {
        return new Influence(
                account.performer(credit.cause()),
                account.performer(credit.response()),
                credit.share(),
                lag(credit),
                account.action(credit.cause()).id(),
                account.action(credit.response()).id());
    }

    private Strengths strengths() {
        return Strengths.alike(account.log().people(), parameters.pairStrength(), parameters.baseRate());
    }

    IntStream people() {
        return IntStream.range(0, account.log().people());
    }

    private IntStream ownEvents(int person) {
        return IntStream.range(0, account.log().size())
                .filter(event -> event(event).actor() == person);
    }

    private List<Following> followings() {
        var together = new TreeMap<Long, List<Credit>>();
        for (Credit credit : credits.all()) {
            long key = (long) credit.response() * account.log().people()
                    + event(credit.cause()).actor();
            together.computeIfAbsent(key, none -> new ArrayList<>()).add(credit);
        }
        return together.values().stream()
                .map(theirs -> new Following(
                        event(theirs.getFirst().cause()).actor(),
                        theirs.getFirst().response(),
                        theirs))
                .filter(following -> total(following.credits()) >= parameters.leastCredit())
                .toList();
    }

    /** One activation of each colleague, the first, within the time in which followers follow. */
    private SortedMap<Integer, Following> followersOf(int event) {
        long from = event(event).at();
        long until = from + parameters.followWithin().toMillis();
        var followers = new TreeMap<Integer, Following>();
        for (Following following : followingsOf(event(event).actor())) {
            var response = event(following.response());
            if (response.at() > from && response.at() <= until) {
                followers.putIfAbsent(response.actor(), following);
            }
        }
        return followers;
    }

    private static double total(List<Credit> credits) {
        double total = 0;
        for (Credit credit : credits) {
            total += credit.share();
        }
        return total;
    }

    private Event event(int event) {
        return account.log().events().get(event);
    }
}
