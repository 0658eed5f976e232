package io.caucus.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Instant END = Instant.parse("2026-11-02T09:00:00Z");
    private static final World WORLD = world(42, WorldSettings.DEFAULT_ACCOUNTS);
    private static final List<SourcedFacts> RECORDS = WORLD.records().toList();
    private static final List<ToldAccount> ACCOUNTS = WORLD.accounts().toList();
    private static final SortedMap<AccountId, WorldTruth> TRUTHS = new TreeMap<>(
            ACCOUNTS.stream().map(ToldAccount::truth).collect(Collectors.toMap(WorldTruth::account, truth -> truth)));
    private static final List<Fact> FACTS =
            RECORDS.stream().flatMap(record -> record.facts().stream()).toList();

    @Test
    void theSameSettingsGiveTheSameBitsAndAnotherSeedDoesNot() {
        assertThat(world(42, WorldSettings.DEFAULT_ACCOUNTS).records().toList()).isEqualTo(RECORDS);
        assertThat(world(43, 10).records().toList())
                .isNotEqualTo(world(42, 10).records().toList());
    }

    @Test
    void aLargerWorldBeginsWithTheSmallerOne() {
        var small = world(42, 20).records().toList();

        assertThat(RECORDS.subList(0, small.size())).isEqualTo(small);
    }

    @Test
    void aLargerWorldBeginsWithTheSmallerOneAlsoWhereABlockIsCutOff() {
        var small = world(42, 70).accounts().toList();

        assertThat(ACCOUNTS.subList(0, 70)).isEqualTo(small);
    }

    @Test
    void accountsAreMadeWhenTheyAreAskedFor() {
        var vast = world(42, 100_000_000);

        assertThat(vast.records().limit(1_000).toList()).isEqualTo(RECORDS.subList(0, 1_000));
        assertThat(vast.accounts().iterator().next()).isEqualTo(ACCOUNTS.getFirst());
    }

    @Test
    void recordsAreThoseOfTheAccountsAfterWhatTheyShare() {
        var told =
                ACCOUNTS.stream().flatMap(account -> account.records().stream()).toList();

        assertThat(RECORDS.subList(RECORDS.size() - told.size(), RECORDS.size()))
                .isEqualTo(told);
        assertThat(world(42, 10).truths()).isEqualTo(TRUTHS.headMap(Keys.account(11)));
    }

    @Test
    void theLastKeyIsTheLastInTheirOwnOrder() {
        assertThat(WORLD.lastKey()).isEqualTo(TRUTHS.lastKey());
        assertThat(world(42, 1001).lastKey()).isEqualTo(Keys.account(999));
    }

    @Test
    void patternsAndSegmentsHaveTheirShares() {
        var settings = new WorldSettings(3, 2000, END);
        var drawn = IntStream.rangeClosed(9, 2000)
                .mapToObj(number -> World.plan(number, settings))
                .toList();

        assertThat(share(drawn, plan -> plan.pattern() == Pattern.HEALTHY)).isBetween(0.15, 0.21);
        assertThat(share(drawn, plan -> plan.pattern() == Pattern.GHOSTED)).isBetween(0.035, 0.065);
        assertThat(share(drawn, plan -> plan.segment() == Segment.SMALL_BUSINESS))
                .isBetween(0.41, 0.49);
        assertThat(share(drawn, plan -> plan.segment() == Segment.ENTERPRISE)).isBetween(0.12, 0.18);
    }

    private static double share(List<Plan> plans, Predicate<Plan> which) {
        return (double) plans.stream().filter(which).count() / plans.size();
    }

    @Test
    void aWorldWithoutRoomForItsStoriesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorldSettings(1, 7, END))
                .withMessage("a world of 7 accounts has no room for its 8 stories");
    }

    @Test
    void countsAreThoseOfASmallRealMarket() {
        assertThat(of(Account.class)).hasSize(200);
        assertThat(of(User.class)).hasSize(8);
        assertThat(of(Person.class)).hasSizeBetween(1500, 3000);
        assertThat(of(Opportunity.class)).hasSizeBetween(200, 500);
        assertThat(of(StageChange.class)).hasSizeBetween(500, 1600);
        assertThat(of(RoleHolding.class)).hasSizeBetween(250, 1000);
        assertThat(of(Engagement.class)).hasSizeBetween(14_000, 22_000);
        assertThat(wins()).isBetween(25L, 200L);
    }

    @Test
    void everyRecordHasAKeyOfItsOwn() {
        assertThat(RECORDS).extracting(record -> record.source().key()).doesNotHaveDuplicates();
        assertThat(of(Person.class).stream().map(Person::email).flatMap(Optional::stream))
                .doesNotHaveDuplicates()
                .allMatch(mail -> mail.matches("[a-z.]+[0-9]*@[a-z0-9-]+\\.example"));
        assertThat(of(Account.class)).extracting(Account::name).doesNotHaveDuplicates();
    }

    @Test
    void nothingHappensOrBecomesKnownAfterTheEnd() {
        assertThat(FACTS.stream().flatMap(WorldTest::times))
                .allMatch(time -> !time.visibleFrom().isAfter(END));
    }

    @Test
    void everyReferenceResolvesToSomethingToldBefore() {
        var known = new HashSet<EntityRef>();
        var dangling = new ArrayList<EntityRef>();
        for (Fact fact : FACTS) {
            named(fact).ifPresent(known::add);
            references(fact).stream().filter(key -> !known.contains(key)).forEach(dangling::add);
        }
        assertThat(dangling).isEmpty();
        var owners = of(FieldChange.class).stream().filter(change -> change.field() == ChangeField.OWNER);
        assertThat(owners).allMatch(owner -> owner.value().matches("world:u-[1-8]"));
    }

    @Test
    void buyersActOnlyWhileTheyWorkThere() {
        var jobs = of(Employment.class).stream().collect(Collectors.groupingBy(Employment::person));

        assertThat(of(Engagement.class))
                .allMatch(engagement -> engagement.performedBy().stream()
                        .allMatch(person -> jobs.getOrDefault(person, List.of()).stream()
                                .anyMatch(job -> job.account().equals(engagement.account())
                                        && holds(job, engagement.time().occurredAt()))));
    }

    @Test
    void whatMakesRealExportsAwkwardIsThere() {
        assertThat(titles()).anyMatch(title -> title.length() >= 40).contains("Ninja");
        assertThat(of(Employment.class)).anyMatch(job -> job.title().isEmpty());
        assertThat(of(Person.class)).anyMatch(person -> person.email().isEmpty());
        assertThat(of(Person.class)).extracting(Person::name).anyMatch(name -> name.matches(".*\\p{IsArabic}.*"));
        assertThat(of(Person.class)).extracting(Person::name).anyMatch(name -> name.matches(".*\\p{IsHan}.*"));
        assertThat(of(Engagement.class))
                .anyMatch(engagement ->
                        engagement.time().knownAt().isAfter(engagement.time().occurredAt()));
        assertThat(of(Engagement.class).stream().map(Engagement::excluded).flatMap(Optional::stream))
                .contains(Exclusion.BULK_MAIL, Exclusion.AUTO_REPLY, Exclusion.BOT_OPEN, Exclusion.TOO_MANY_RECIPIENTS);
        assertThat(of(Engagement.class))
                .anyMatch(engagement -> engagement.kind() == EngagementKind.MEETING
                        && engagement.performedBy().size() >= 3);
        assertThat(movers()).hasSizeBetween(20, 300);
    }

    @Test
    void colleaguesFollowAChampionsForwardsWithinHoursThreeTimesInFive() {
        long reached = 0;
        long followed = 0;
        for (WorldTruth truth : TRUTHS.values()) {
            if (truth.pattern() == Pattern.CHAMPION_LED) {
                var engagements = buyerActions(truth.account());
                for (Engagement forward : forwardsBy(truth.champion().orElseThrow(), engagements)) {
                    reached += forward.addressedTo().size();
                    followed += forward.addressedTo().stream()
                            .filter(colleague -> actsWithinADay(colleague, forward, engagements))
                            .count();
                }
            }
        }

        // 0.75 follow, of which four in five are recorded; some act that day on their own.
        assertThat((double) followed / reached).isBetween(0.55, 0.70);
    }

    @Test
    void matureAccountsWinMoreOften() {
        var closed = of(StageChange.class).stream()
                .filter(change -> change.outcome() != Outcome.OPEN)
                .filter(change -> !change.opportunity().value().endsWith("-0"))
                .toList();
        var accounts = of(Opportunity.class);
        var maturityOfWon = new ArrayList<Double>();
        var maturityOfLost = new ArrayList<Double>();
        for (StageChange change : closed) {
            var deal = accounts.stream()
                    .filter(opportunity -> opportunity.id().equals(change.opportunity()))
                    .findFirst()
                    .orElseThrow();
            (change.outcome() == Outcome.WON ? maturityOfWon : maturityOfLost)
                    .add(truthOf(deal.account()).maturity());
        }

        assertThat(mean(maturityOfWon)).isGreaterThan(mean(maturityOfLost) + 0.1);
    }

    @Test
    void aMissingSeatHasFewerHoldersThanItNeeds() {
        for (WorldTruth truth : TRUTHS.values()) {
            var held = truth.seats().stream()
                    .filter(seat -> seat.until().isEmpty())
                    .collect(Collectors.groupingBy(TrueSeat::role, Collectors.counting()));

            assertThat(truth.missingSeats())
                    .allMatch(role -> held.getOrDefault(role, 0L)
                            < truth.segment().required().getOrDefault(role, 0));
        }
    }

    @Test
    void nobodyInAStoryHasANamesake() {
        for (ToldAccount story : ACCOUNTS.subList(0, WorldSettings.STORY_ACCOUNTS)) {
            assertThat(Told.of(Person.class, story)).extracting(Person::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void theMatureStoryIsLedByAChampionAndInNegotiation() {
        var truth = truthOf(Keys.account(1));

        assertThat(nameOf(1)).isEqualTo("Northwind Robotics");
        assertThat(peopleActiveInDays(1, 30)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(stageOf(1)).isEqualTo("Negotiation");
        assertThat(forwardsBy(truth.champion().orElseThrow(), buyerActions(truth.account())))
                .hasSizeGreaterThan(10);
    }

    @Test
    void theLoudStoryIsOnePerson() {
        var actions = buyerActions(Keys.account(2));
        var lead = actions.get(0).performedBy().get(0);

        assertThat(actions).hasSizeGreaterThan(60);
        assertThat(actions.stream()
                        .filter(action -> action.performedBy().contains(lead))
                        .count())
                .isGreaterThan(actions.size() * 9L / 10);
    }

    @Test
    void theStoryOfTheLostChampionGoesOnElsewhere() {
        var champion = truthOf(Keys.account(3)).champion().orElseThrow();
        var jobs = of(Employment.class).stream()
                .filter(job -> job.person().equals(champion))
                .toList();

        assertThat(jobs).extracting(Employment::account).containsExactly(Keys.account(3), Keys.account(8));
        assertThat(jobs.get(0).ended().orElseThrow().occurredAt()).isEqualTo(END.minus(Duration.ofDays(45)));
        assertThat(truthOf(Keys.account(3)).missingSeats()).contains(CommitteeRole.CHAMPION);
        assertThat(peopleActiveInDays(3, 30)).hasSizeLessThanOrEqualTo(3);
        assertThat(buyerActions(Keys.account(3))).hasSizeGreaterThan(35);
    }

    @Test
    void theStoryOfTheReturnHasALongSilenceBeforeABusyEnd() {
        var actions = buyerActions(Keys.account(4));
        var longest = Duration.ZERO;
        for (int next = 1; next < actions.size(); next++) {
            var gap = Duration.between(
                    actions.get(next - 1).time().occurredAt(),
                    actions.get(next).time().occurredAt());
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }

        assertThat(longest).isGreaterThan(Duration.ofDays(49));
        assertThat(since(actions, 21)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theStoryOfSilentBuyersHasManySellersActionsAndNoneOfBuyers() {
        var all = engagements(Keys.account(5));

        assertThat(buyerActions(Keys.account(5))).isEmpty();
        assertThat(all.stream().filter(engagement -> engagement.side() == ActorSide.SELLER))
                .hasSizeGreaterThan(40);
        assertThat(stageOf(5)).isEqualTo("Proposal");
    }

    @Test
    void theEmptyStoryIsAnAccountAndNothingElse() {
        assertThat(of(Employment.class)).noneMatch(job -> job.account().equals(Keys.account(6)));
        assertThat(engagements(Keys.account(6))).isEmpty();
        assertThat(of(Opportunity.class)).noneMatch(deal -> deal.account().equals(Keys.account(6)));
    }

    @Test
    void oneStoryHasAHundredAndFiftyPeople() {
        assertThat(of(Employment.class).stream().filter(job -> job.account().equals(Keys.account(7))))
                .hasSizeGreaterThanOrEqualTo(150);
        assertThat(engagements(Keys.account(7)))
                .anyMatch(mail -> mail.excluded().equals(Optional.of(Exclusion.TOO_MANY_RECIPIENTS)));
    }

    private static World world(long seed, int accounts) {
        return World.generate(new WorldSettings(seed, accounts, END));
    }

    private static <F extends Fact> List<F> of(Class<F> kind) {
        return FACTS.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static WorldTruth truthOf(AccountId account) {
        return Objects.requireNonNull(TRUTHS.get(account));
    }

    private static List<Engagement> engagements(AccountId account) {
        return of(Engagement.class).stream()
                .filter(engagement -> engagement.account().equals(account))
                .toList();
    }

    private static List<Engagement> buyerActions(AccountId account) {
        return engagements(account).stream().filter(Engagement::isBuyerAction).toList();
    }

    private static List<Engagement> since(List<Engagement> actions, int days) {
        var after = END.minus(Duration.ofDays(days));
        return actions.stream()
                .filter(action -> action.time().occurredAt().isAfter(after))
                .toList();
    }

    private static Set<PersonId> peopleActiveInDays(int account, int days) {
        var people = new HashSet<PersonId>();
        since(buyerActions(Keys.account(account)), days).forEach(action -> people.addAll(action.performedBy()));
        return people;
    }

    private static List<Engagement> forwardsBy(PersonId champion, List<Engagement> actions) {
        return actions.stream()
                .filter(action -> action.kind() == EngagementKind.FORWARD)
                .filter(action -> action.performedBy().contains(champion))
                .toList();
    }

    private static boolean actsWithinADay(PersonId person, Engagement forward, List<Engagement> actions) {
        var at = forward.time().occurredAt();
        return actions.stream()
                .filter(action -> action.performedBy().contains(person))
                .map(action -> Duration.between(at, action.time().occurredAt()))
                .anyMatch(lag -> lag.isPositive() && lag.compareTo(Duration.ofHours(24)) <= 0);
    }

    private static String nameOf(int account) {
        return of(Account.class).stream()
                .filter(known -> known.id().equals(Keys.account(account)))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String stageOf(int account) {
        return of(StageChange.class).stream()
                .filter(change -> change.opportunity().equals(Keys.opportunity(account, 1)))
                .max(Comparator.comparing(StageChange::time))
                .orElseThrow()
                .stage();
    }

    private static List<String> titles() {
        return of(Employment.class).stream()
                .map(Employment::title)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Set<PersonId> movers() {
        var seen = new HashSet<PersonId>();
        var movers = new HashSet<PersonId>();
        of(Employment.class).stream()
                .map(Employment::person)
                .filter(person -> !seen.add(person))
                .forEach(movers::add);
        return movers;
    }

    private static long wins() {
        return of(StageChange.class).stream()
                .filter(change -> change.outcome() == Outcome.WON)
                .count();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static boolean holds(Employment job, Instant at) {
        return !job.time().occurredAt().isAfter(at)
                && job.ended().filter(end -> at.isAfter(end.occurredAt())).isEmpty();
    }

    private static Stream<FactTime> times(Fact fact) {
        var ended = switch (fact) {
            case Employment job -> job.ended();
            case RoleHolding role -> role.ended();
            case Ticket ticket -> ticket.closed();
            case Account account -> Optional.<FactTime>empty();
            case Person person -> Optional.<FactTime>empty();
            case User user -> Optional.<FactTime>empty();
            case Subsidiary subsidiary -> Optional.<FactTime>empty();
            case Opportunity deal -> Optional.<FactTime>empty();
            case StageChange change -> Optional.<FactTime>empty();
            case FieldChange change -> Optional.<FactTime>empty();
            case Engagement engagement -> Optional.<FactTime>empty();
            case Thing thing -> Optional.<FactTime>empty();
            case Link link -> link.ended();
            case SignalReading reading -> Optional.<FactTime>empty();
            case Tombstone stone -> Optional.<FactTime>empty();
        };
        return Stream.concat(Stream.of(fact.time()), ended.stream());
    }

    private static Optional<EntityRef> named(Fact fact) {
        return switch (fact) {
            case Account account -> Optional.of(account.id().ref());
            case Person person -> Optional.of(person.id().ref());
            case User user -> Optional.of(user.id().ref());
            case Opportunity deal -> Optional.of(deal.id().ref());
            case Engagement engagement -> Optional.of(engagement.id().ref());
            case Ticket ticket -> Optional.of(ticket.id().ref());
            case Thing thing -> Optional.of(thing.entity());
            case SignalReading reading -> Optional.empty();
            case Employment job -> Optional.empty();
            case Subsidiary subsidiary -> Optional.empty();
            case StageChange change -> Optional.empty();
            case FieldChange change -> Optional.empty();
            case RoleHolding role -> Optional.empty();
            case Link link -> Optional.empty();
            case Tombstone stone -> Optional.empty();
        };
    }

    private static List<EntityRef> references(Fact fact) {
        return switch (fact) {
            case Account account -> List.of();
            case Person person -> List.of();
            case User user -> List.of();
            case Ticket ticket -> refs(Stream.concat(ticket.account().stream(), ticket.raisedBy().stream()));
            case Opportunity deal -> List.of(deal.account().ref());
            case Engagement engagement ->
                refs(Stream.of(
                                List.of(engagement.account()),
                                engagement.performedBy(),
                                engagement.addressedTo(),
                                engagement.users())
                        .<EntityKey>flatMap(List::stream));
            case SignalReading reading -> List.of(reading.engagement().ref());
            case Employment job -> refs(Stream.of(job.person(), job.account()));
            case Subsidiary subsidiary -> refs(Stream.of(subsidiary.subsidiary(), subsidiary.parent()));
            case StageChange change -> List.of(change.opportunity().ref());
            case FieldChange change -> List.of(change.entity());
            case RoleHolding role -> refs(Stream.of(role.person(), role.opportunity()));
            case Thing thing -> List.of();
            case Link link ->
                Stream.concat(Stream.of(link.from(), link.to()), link.through().map(EntityKey::ref).stream())
                        .toList();
            case Tombstone stone -> List.of();
        };
    }

    private static List<EntityRef> refs(Stream<? extends EntityKey> keys) {
        return keys.map(EntityKey::ref).toList();
    }
}
