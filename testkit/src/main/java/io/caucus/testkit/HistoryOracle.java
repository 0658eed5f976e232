package io.caucus.testkit;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
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
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The slow and obvious way from a heap of facts to one account's history: an answer known from outside for every faster one.
 *
 * <p>First what cannot be seen as of the instant and what was deleted is dropped, then what has to do with the account is kept. A person belongs
 * to it through a visible job there or a visible engagement about it, so somebody hired next month is not in the history yet. Last,
 * what was told more than once becomes one: every attribute by a search through all that is visible.
 */
public final class HistoryOracle {

    /** The newest last: known last, then true last, then assuming nothing, then stated first. */
    static final Comparator<Fact> BY_AGE = Comparator.comparing(
                    (Fact fact) -> fact.time().knownAt())
            .thenComparing(fact -> fact.time().occurredAt())
            .thenComparing(fact -> stated(fact).isEmpty())
            .thenComparing(fact -> stated(fact).orElse(Instant.EPOCH), Comparator.reverseOrder());

    private final AccountId account;
    private final AsOf asOf;
    private final List<? extends Fact> visible;
    private final Set<PersonId> people = new HashSet<>();
    private final Set<OpportunityId> opportunities = new HashSet<>();
    private final Set<EngagementId> engagements = new HashSet<>();
    private final Set<EntityRef> withFields = new HashSet<>();
    private final Set<EntityRef> linked = new HashSet<>();

    private HistoryOracle(AccountId account, AsOf asOf, Collection<? extends Fact> facts) {
        this.account = account;
        this.asOf = asOf;
        visible = undeleted(facts, asOf).stream()
                .filter(fact -> asOf.sees(fact.time()))
                .toList();
    }

    /**
     * @param facts of any accounts, in any order, repeated or not
     * @throws UnknownAccount if the account is not among the visible facts
     */
    public static AccountHistory history(AccountId account, AsOf asOf, Collection<? extends Fact> facts) {
        var oracle = new HistoryOracle(account, asOf, facts);
        oracle.noteWhomAndWhatItConcerns();
        return oracle.history();
    }

    /** All that was told about what the account's history holds as of the instant, whether or not it can be seen then. */
    public static List<Fact> concerning(AccountId account, AsOf asOf, Collection<? extends Fact> facts) {
        var oracle = new HistoryOracle(account, asOf, facts);
        oracle.noteWhomAndWhatItConcerns();
        return facts.stream().<Fact>map(fact -> fact).filter(oracle::concerns).toList();
    }

    /** The facts that speak of no record, and link none, that was deleted as far as can be seen as of the instant; without tombstones. */
    public static List<Fact> undeleted(Collection<? extends Fact> facts, AsOf asOf) {
        var deleted = new HashSet<EntityRef>();
        for (Fact fact : facts) {
            if (fact instanceof Tombstone stone && isDeleted(stone.entity(), facts, asOf)) {
                deleted.add(stone.entity());
            }
        }
        return facts.stream()
                .<Fact>map(fact -> fact)
                .filter(fact -> !(fact instanceof Tombstone))
                .filter(fact -> Collections.disjoint(deleted, linked(fact)))
                .toList();
    }

    private static boolean isDeleted(EntityRef record, Collection<? extends Fact> facts, AsOf asOf) {
        return facts.stream()
                .filter(Tombstone.class::isInstance)
                .map(Tombstone.class::cast)
                .filter(stone -> stone.entity().equals(record) && asOf.sees(stone.time()))
                .max(Comparator.comparing((Tombstone stone) -> stone.time().knownAt())
                        .thenComparing(stone -> stone.time().occurredAt())
                        .thenComparing(stone -> !stone.lifted()))
                .filter(stone -> !stone.lifted())
                .isPresent();
    }

    /** The records a fact cannot be without. */
    private static Set<EntityRef> linked(Fact fact) {
        var records = new HashSet<EntityRef>();
        switch (fact) {
            case Account account -> records.add(account.id().ref());
            case Person person -> records.add(person.id().ref());
            case Employment job ->
                records.addAll(List.of(job.person().ref(), job.account().ref()));
            case Subsidiary link ->
                records.addAll(List.of(link.subsidiary().ref(), link.parent().ref()));
            case Opportunity deal ->
                records.addAll(List.of(deal.id().ref(), deal.account().ref()));
            case StageChange change -> records.add(change.opportunity().ref());
            case FieldChange change -> records.add(change.entity());
            case RoleHolding role ->
                records.addAll(List.of(role.person().ref(), role.opportunity().ref()));
            case Engagement engagement ->
                records.addAll(
                        List.of(engagement.id().ref(), engagement.account().ref()));
            case SignalReading reading -> records.add(reading.engagement().ref());
            case Ticket ticket -> {
                records.add(ticket.id().ref());
                ticket.account().ifPresent(account -> records.add(account.ref()));
            }
            case Link link -> {
                records.addAll(List.of(link.from(), link.to()));
                link.through().ifPresent(engagement -> records.add(engagement.ref()));
            }
            case User user -> {}
            case Thing thing -> {}
            case Tombstone stone -> {}
        }
        return records;
    }

    private void noteWhomAndWhatItConcerns() {
        each(Employment.class).filter(this::concerns).forEach(job -> people.add(job.person()));
        each(Engagement.class).filter(this::concerns).forEach(engagement -> {
            engagements.add(engagement.id());
            people.addAll(engagement.performedBy());
            people.addAll(engagement.addressedTo());
        });
        each(Opportunity.class).filter(this::concerns).forEach(opportunity -> opportunities.add(opportunity.id()));
        withFields.add(account.ref());
        people.forEach(person -> withFields.add(person.ref()));
        opportunities.forEach(opportunity -> withFields.add(opportunity.ref()));
        each(Link.class).filter(this::concerns).forEach(link -> linked.addAll(List.of(link.from(), link.to())));
    }

    private AccountHistory history() {
        if (tellings(account.ref()).isEmpty()) {
            throw new UnknownAccount(account, asOf);
        }
        return new AccountHistory(
                new Account(
                        account,
                        name(account.ref()),
                        told(account.ref(), ChangeField.DOMAIN),
                        came(account.ref()),
                        Optional.empty(),
                        records()),
                asOf,
                each(Employment.class)
                        .filter(this::concerns)
                        .map(this::employment)
                        .toList(),
                people.stream()
                        .filter(person -> !tellings(person.ref()).isEmpty())
                        .map(person -> new Person(
                                person, name(person.ref()), told(person.ref(), ChangeField.EMAIL), came(person.ref())))
                        .toList(),
                each(Opportunity.class)
                        .filter(this::concerns)
                        .map(Opportunity::id)
                        .distinct()
                        .map(this::opportunity)
                        .toList(),
                concerning(StageChange.class),
                each(FieldChange.class)
                        .filter(this::concerns)
                        .filter(change -> !change.field().isIdentifying())
                        .map(this::fieldChange)
                        .toList(),
                each(RoleHolding.class).filter(this::concerns).map(this::role).toList(),
                concerning(Engagement.class),
                concerning(SignalReading.class),
                concerning(Ticket.class),
                concerning(Subsidiary.class),
                each(Link.class).filter(this::concerns).map(this::link).toList(),
                each(Thing.class)
                        .filter(this::concerns)
                        .map(thing -> new Thing(thing.entity(), name(thing.entity()), came(thing.entity())))
                        .toList(),
                new SurroundingsOracle(account, this).surroundings());
    }

    private SortedSet<AccountId> records() {
        var records = new TreeSet<AccountId>();
        each(Account.class).filter(this::concerns).forEach(told -> records.addAll(told.records()));
        return records.isEmpty() ? new TreeSet<>(Set.of(account)) : records;
    }

    private String name(EntityRef thing) {
        return told(thing, ChangeField.NAME).orElse("");
    }

    /**
     * What the newest fact that says anything about the attribute says; of several records of an account that say it at once, the
     * one with the smallest key.
     */
    private Optional<String> told(EntityRef thing, ChangeField field) {
        return tellings(thing).stream()
                .filter(fact -> says(fact, field).isPresent())
                .max(BY_AGE.thenComparing(HistoryOracle::record, Comparator.reverseOrder()))
                .flatMap(fact -> says(fact, field))
                .filter(value -> !value.isEmpty());
    }

    private static String record(Fact fact) {
        return fact instanceof Account told ? told.records().first().value() : "";
    }

    private static Optional<Instant> stated(Fact fact) {
        return switch (fact) {
            case Account whole -> whole.stated();
            case Person whole -> whole.stated();
            case Opportunity whole -> whole.stated();
            default -> Optional.empty();
        };
    }

    private static Optional<String> says(Fact fact, ChangeField field) {
        var values = switch (fact) {
            case FieldChange change -> Map.of(change.field(), change.value());
            case Account whole ->
                Map.of(
                        ChangeField.NAME,
                        whole.name(),
                        ChangeField.DOMAIN,
                        whole.domain().orElse(""));
            case Person whole ->
                Map.of(
                        ChangeField.NAME,
                        whole.name(),
                        ChangeField.EMAIL,
                        whole.email().orElse(""));
            case Opportunity whole -> Map.of(ChangeField.NAME, whole.name());
            case Thing whole -> Map.of(ChangeField.NAME, whole.name());
            default -> Map.<ChangeField, String>of();
        };
        return Optional.ofNullable(values.get(field));
    }

    private List<Fact> tellings(EntityRef thing) {
        var tellings = new ArrayList<Fact>();
        for (Fact fact : visible) {
            boolean isAboutIt = switch (fact) {
                case Account whole -> whole.id().ref().equals(thing);
                case Person whole -> whole.id().ref().equals(thing);
                case Opportunity whole -> whole.id().ref().equals(thing);
                case Thing whole -> whole.entity().equals(thing);
                case FieldChange change ->
                    change.field().isIdentifying() && change.entity().equals(thing);
                default -> false;
            };
            if (isAboutIt) {
                tellings.add(fact);
            }
        }
        return tellings;
    }

    private FactTime came(EntityRef thing) {
        var tellings = tellings(thing);
        return new FactTime(
                tellings.stream()
                        .map(fact -> fact.time().occurredAt())
                        .min(Comparator.<Instant>naturalOrder())
                        .orElseThrow(),
                firstKnown(tellings));
    }

    static Instant firstKnown(List<? extends Fact> tellings) {
        return tellings.stream()
                .map(fact -> fact.time().knownAt())
                .min(Comparator.<Instant>naturalOrder())
                .orElseThrow();
    }

    Employment employment(Employment job) {
        var same = each(Employment.class)
                .filter(other -> other.person().equals(job.person())
                        && other.account().equals(job.account())
                        && other.title().equals(job.title())
                        && other.time().occurredAt().equals(job.time().occurredAt()))
                .map(other -> other.asKnown(asOf))
                .toList();
        var newest = newest(same, Employment::ended);
        return new Employment(
                newest.person(),
                newest.account(),
                newest.title(),
                newest.function(),
                newest.seniority(),
                new FactTime(newest.time().occurredAt(), firstKnown(same)),
                newest.ended());
    }

    RoleHolding role(RoleHolding role) {
        var same = each(RoleHolding.class)
                .filter(other -> other.person().equals(role.person())
                        && other.opportunity().equals(role.opportunity())
                        && other.role() == role.role()
                        && other.source() == role.source()
                        && other.time().occurredAt().equals(role.time().occurredAt()))
                .map(other -> other.asKnown(asOf))
                .toList();
        var newest = newest(same, RoleHolding::ended);
        return new RoleHolding(
                newest.person(),
                newest.opportunity(),
                newest.role(),
                newest.source(),
                newest.confidence(),
                new FactTime(newest.time().occurredAt(), firstKnown(same)),
                newest.ended());
    }

    /** The one that knows of the latest instant, then speaks of the latest, then tells of an end, then comes last as text. */
    private static <F extends Fact> F newest(List<F> tellings, Function<F, Optional<FactTime>> end) {
        return tellings.stream()
                .max(Comparator.comparing((F fact) -> last(fact, end, FactTime::knownAt))
                        .thenComparing(fact -> last(fact, end, FactTime::occurredAt))
                        .thenComparing(fact -> end.apply(fact).isPresent())
                        .thenComparing(Object::toString))
                .orElseThrow();
    }

    private static <F extends Fact> Instant last(
            F fact, Function<F, Optional<FactTime>> end, Function<FactTime, Instant> clock) {
        return Stream.concat(Stream.of(fact.time()), end.apply(fact).stream())
                .map(clock)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Opportunity opportunity(OpportunityId id) {
        var newest = each(Opportunity.class)
                .filter(opportunity -> opportunity.id().equals(id))
                .max(BY_AGE)
                .orElseThrow();
        return new Opportunity(id, newest.account(), name(id.ref()), newest.pipeline(), came(id.ref()));
    }

    private FieldChange fieldChange(FieldChange change) {
        var same = each(FieldChange.class)
                .filter(other -> other.entity().equals(change.entity())
                        && other.field() == change.field()
                        && other.value().equals(change.value())
                        && other.time().occurredAt().equals(change.time().occurredAt()))
                .toList();
        return new FieldChange(
                change.entity(),
                change.field(),
                change.value(),
                new FactTime(change.time().occurredAt(), firstKnown(same)));
    }

    private <F extends Fact> List<F> concerning(Class<F> kind) {
        return each(kind).filter(this::concerns).toList();
    }

    private boolean concerns(Fact fact) {
        return switch (fact) {
            case Account itself -> itself.id().equals(account);
            case Person person -> people.contains(person.id());
            case User user -> false;
            case Employment job -> job.account().equals(account);
            case Subsidiary link ->
                link.subsidiary().equals(account) || link.parent().equals(account);
            case Opportunity opportunity -> opportunity.account().equals(account);
            case StageChange change -> opportunities.contains(change.opportunity());
            case FieldChange change -> withFields.contains(change.entity());
            case RoleHolding role -> opportunities.contains(role.opportunity());
            case Engagement engagement -> engagement.account().equals(account);
            case SignalReading reading -> engagements.contains(reading.engagement());
            case Ticket ticket -> ticket.account().filter(account::equals).isPresent();
            case Link link -> concerns(link);
            case Thing thing -> linked.contains(thing.entity());
            case Tombstone stone -> true;
        };
    }

    private boolean concerns(Link link) {
        return switch (link.type()) {
            case INVESTED_IN, PARTNER_OF, REFERRED, IN_TERRITORY, IN_SEGMENT, USES, INTENT ->
                link.from().equals(account.ref())
                        || link.to().equals(account.ref())
                        || opportunities.stream().anyMatch(deal -> deal.ref().equals(link.to()));
            case CONCERNS -> engagements.contains(new EngagementId(link.from().key()));
            case FORWARDED, INTRODUCED ->
                link.through().stream()
                        .filter(engagements::contains)
                        .flatMap(through -> each(Engagement.class)
                                .filter(engagement -> engagement.id().equals(through)))
                        .flatMap(engagement -> engagement.performedBy().stream())
                        .anyMatch(person -> person.ref().equals(link.from()));
            case MEMBER_OF -> false;
        };
    }

    Link link(Link link) {
        var same = each(Link.class)
                .filter(other -> other.type() == link.type()
                        && other.from().equals(link.from())
                        && other.to().equals(link.to())
                        && other.key().equals(link.key()))
                .toList();
        return new Link(
                link.type(),
                link.from(),
                link.to(),
                link.through(),
                link.measures(),
                new FactTime(link.time().occurredAt(), firstKnown(same)),
                same.stream()
                        .flatMap(other -> other.ended().stream())
                        .filter(asOf::sees)
                        .findFirst());
    }

    AsOf asOf() {
        return asOf;
    }

    <F extends Fact> Stream<F> each(Class<F> kind) {
        return visible.stream().filter(kind::isInstance).map(kind::cast);
    }
}
