package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.quality.Measurement;
import io.caucus.graphmodel.quality.QualityMeasure;
import io.caucus.graphmodel.quality.QualityQuestion;
import io.caucus.graphmodel.quality.QualityRules;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts flaws in a heap of facts the slow and obvious way: an answer known from outside for whoever counts them in a graph. */
public final class QualityOracle {

    private final AsOf asOf;
    private final QualityRules rules;
    private final List<? extends Fact> facts;
    private final List<? extends Fact> visible;
    private final Predicate<EntityKey> isMeant;

    private QualityOracle(Collection<? extends Fact> facts, QualityQuestion question, QualityRules rules) {
        this.asOf = question.asOf();
        this.rules = rules;
        this.facts = HistoryOracle.undeleted(facts, asOf);
        this.visible =
                this.facts.stream().filter(fact -> asOf.sees(fact.time())).toList();
        this.isMeant = key -> question.source().isEmpty()
                || key.value().startsWith(question.source().get() + ":");
    }

    /** @param facts in any order, repeated or not */
    public static List<Measurement> measure(
            QualityMeasure measure, QualityQuestion question, QualityRules rules, Collection<? extends Fact> facts) {
        return new QualityOracle(facts, question, rules).measure(measure);
    }

    private List<Measurement> measure(QualityMeasure measure) {
        return switch (measure) {
            case BATCHED_MOVES -> batched();
            case UNTIMED_MOVES -> List.of(count(measure, keys(moves()), keys(moves().filter(move -> !isTimed(move)))));
            case MOVES_WITHOUT_ACTIVITY -> List.of(lonely(measure, oldMoves().toList()));
            case CLOSES_WITHOUT_ACTIVITY ->
                List.of(lonely(
                        measure,
                        oldMoves()
                                .filter(move -> move.outcome() != Outcome.OPEN)
                                .toList()));
            case STALE_OPPORTUNITIES -> List.of(count(measure, values(open()), values(open().filter(this::isStale))));
            case OVERDUE_OPPORTUNITIES ->
                List.of(count(measure, values(open()), values(open().filter(this::isOverdue))));
            case ACCOUNTS_WITHOUT_DOMAIN ->
                List.of(count(
                        measure,
                        values(accounts()),
                        values(accounts()
                                .filter(account ->
                                        told(account.ref(), ChangeField.DOMAIN).isEmpty()))));
            case PEOPLE_WITHOUT_EMAIL ->
                List.of(count(
                        measure,
                        values(people()),
                        values(people().filter(person ->
                                told(person.ref(), ChangeField.EMAIL).isEmpty()))));
            case MISSING_ACCOUNT_FIELDS ->
                missing(
                        measure,
                        accounts().toList(),
                        List.of("NAME", "INDUSTRY", "HEADCOUNT", "ANNUAL_REVENUE", "REGION", "LEAD_SOURCE", "OWNER"));
            case MISSING_PERSON_FIELDS ->
                missing(
                        measure,
                        people().toList(),
                        List.of("NAME", "EMPLOYER", "TITLE", "FUNCTION", "SENIORITY", "REGION", "LEAD_SOURCE"));
            case MISSING_OPPORTUNITY_FIELDS ->
                missing(
                        measure,
                        opportunities().toList(),
                        List.of("NAME", "PIPELINE", "STAGE", "AMOUNT", "CLOSE_DATE", "LEAD_SOURCE", "OWNER"));
        };
    }

    private static Measurement count(QualityMeasure measure, Collection<String> whole, Collection<String> part) {
        return count(measure, "", whole.size(), part);
    }

    private static Measurement count(QualityMeasure measure, String subject, int whole, Collection<String> part) {
        return new Measurement(
                measure,
                subject,
                part.size(),
                whole,
                part.stream()
                        .sorted()
                        .limit(Measurement.MOST_EXAMPLES)
                        .map(key -> new EntityRef(measure.counted(), key))
                        .toList());
    }

    private Stream<AccountId> accounts() {
        return accountsAnywhere().filter(isMeant);
    }

    private Stream<AccountId> accountsAnywhere() {
        var whole = each(Account.class).map(Account::id);
        return Stream.concat(whole, tellings(NodeLabel.ACCOUNT).map(change -> new AccountId(key(change))))
                .distinct();
    }

    private Stream<PersonId> people() {
        var whole = each(Person.class).map(Person::id);
        return Stream.concat(whole, tellings(NodeLabel.PERSON).map(change -> new PersonId(key(change))))
                .distinct()
                .filter(isMeant);
    }

    private Stream<FieldChange> tellings(NodeLabel label) {
        return each(FieldChange.class)
                .filter(change ->
                        change.field().isIdentifying() && change.entity().label() == label);
    }

    private static String key(FieldChange change) {
        return change.entity().key();
    }

    private Stream<OpportunityId> opportunities() {
        var known = accountsAnywhere().collect(Collectors.toSet());
        return each(Opportunity.class)
                .map(Opportunity::id)
                .distinct()
                .filter(isMeant)
                .filter(deal -> known.contains(accountOf(deal)));
    }

    /** The one it belongs to now, since that is where its activities are looked for. */
    private AccountId accountOf(OpportunityId deal) {
        return facts.stream()
                .filter(fact -> fact instanceof Opportunity opportunity
                        && opportunity.id().equals(deal))
                .max(Comparator.comparing((Fact fact) -> fact.time().knownAt())
                        .thenComparing(fact -> fact.time().occurredAt()))
                .map(fact -> ((Opportunity) fact).account())
                .orElseThrow();
    }

    private Stream<OpportunityId> open() {
        return opportunities().filter(deal -> {
            var stages = stages(deal);
            return stages.isEmpty() || stages.getLast().outcome() == Outcome.OPEN;
        });
    }

    private List<StageChange> stages(OpportunityId deal) {
        return each(StageChange.class)
                .filter(change -> change.opportunity().equals(deal))
                .sorted(Comparator.comparing(
                                (StageChange change) -> change.time().occurredAt())
                        .thenComparing(change -> change.time().knownAt())
                        .thenComparing(StageChange::stage))
                .toList();
    }

    private Stream<StageChange> moves() {
        return opportunities().flatMap(deal -> moves(stages(deal)));
    }

    private static Stream<StageChange> moves(List<StageChange> stages) {
        var moves = new ArrayList<StageChange>();
        Optional<StageChange> before = Optional.empty();
        for (StageChange stage : stages) {
            boolean first = before.isEmpty() && stage.outcome() != Outcome.OPEN;
            boolean other = before.filter(
                            last -> !last.stage().equals(stage.stage()) || last.outcome() != stage.outcome())
                    .isPresent();
            if (first || other) {
                moves.add(stage);
            }
            before = Optional.of(stage);
        }
        return moves.stream();
    }

    private static boolean isTimed(StageChange move) {
        return move.time().occurredAt().toEpochMilli() % 86_400_000 != 0;
    }

    private static List<String> keys(Stream<StageChange> moves) {
        return moves.map(move -> "%s|%s|%s"
                        .formatted(move.opportunity(), move.stage(), move.time().occurredAt()))
                .toList();
    }

    private static List<String> values(Stream<? extends EntityKey> keys) {
        return keys.map(EntityKey::value).toList();
    }

    private Stream<StageChange> oldMoves() {
        return moves().filter(
                        move -> !move.time().occurredAt().plus(rules.around()).isAfter(asOf.instant()));
    }

    private Measurement lonely(QualityMeasure measure, List<StageChange> moves) {
        var lonely = moves.stream()
                .filter(move -> activities(move.opportunity())
                        .map(at ->
                                Duration.between(move.time().occurredAt(), at).abs())
                        .noneMatch(distance -> distance.compareTo(rules.around()) <= 0));
        return count(measure, keys(moves.stream()), keys(lonely));
    }

    private Stream<Instant> activities(OpportunityId deal) {
        var account = accountOf(deal);
        return each(Engagement.class)
                .filter(engagement -> engagement.account().equals(account)
                        && engagement.excluded().isEmpty())
                .map(engagement -> engagement.time().occurredAt());
    }

    private boolean isStale(OpportunityId deal) {
        var created = each(Opportunity.class)
                .filter(opportunity -> opportunity.id().equals(deal))
                .map(opportunity -> opportunity.time().occurredAt());
        var told = tellings(NodeLabel.OPPORTUNITY)
                .filter(change -> key(change).equals(deal.value()))
                .map(change -> change.time().occurredAt());
        var earliest =
                Stream.concat(created, told).min(Comparator.naturalOrder()).orElseThrow();
        var signs = Stream.of(
                        Stream.of(earliest),
                        moves(stages(deal))
                                .skip(firstIsClose(deal) ? 1 : 0)
                                .map(move -> move.time().occurredAt()),
                        Stream.of(ChangeField.values())
                                .filter(field -> !field.isIdentifying())
                                .flatMap(field -> changes(deal.ref(), field)),
                        activities(deal))
                .flatMap(instants -> instants);
        return signs.allMatch(sign -> !sign.isAfter(asOf.instant().minus(rules.stale())));
    }

    /** What is told for the first time is no change, even if it is a close. */
    private boolean firstIsClose(OpportunityId deal) {
        var stages = stages(deal);
        return !stages.isEmpty() && stages.getFirst().outcome() != Outcome.OPEN;
    }

    private Stream<Instant> changes(EntityRef thing, ChangeField field) {
        var values = fieldChanges(thing, field);
        return values.stream()
                .skip(1)
                .filter(change -> !change.value()
                        .equals(values.get(values.indexOf(change) - 1).value()))
                .map(change -> change.time().occurredAt());
    }

    private List<FieldChange> fieldChanges(EntityRef thing, ChangeField field) {
        return each(FieldChange.class)
                .filter(change -> change.entity().equals(thing) && change.field() == field)
                .sorted(Comparator.comparing(
                                (FieldChange change) -> change.time().occurredAt())
                        .thenComparing(change -> change.time().knownAt())
                        .thenComparing(FieldChange::value))
                .distinct()
                .toList();
    }

    private boolean isOverdue(OpportunityId deal) {
        var today = asOf.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return newest(deal.ref(), ChangeField.CLOSE_DATE)
                .filter(closes -> closes.compareTo(today) < 0)
                .isPresent();
    }

    private Optional<String> newest(EntityRef thing, ChangeField field) {
        return fieldChanges(thing, field).stream()
                .reduce((earlier, later) -> later)
                .map(FieldChange::value)
                .filter(value -> !value.isEmpty());
    }

    private List<Measurement> missing(QualityMeasure measure, List<? extends EntityKey> things, List<String> fields) {
        var filled = things.stream().collect(Collectors.toMap(EntityKey::value, this::filled, (one, same) -> one));
        return fields.stream()
                .filter(field -> !things.isEmpty())
                .map(field -> count(
                        measure,
                        field,
                        things.size(),
                        filled.entrySet().stream()
                                .filter(thing -> !thing.getValue().contains(field))
                                .map(Map.Entry::getKey)
                                .toList()))
                .toList();
    }

    private Set<String> filled(EntityKey thing) {
        var filled = new TreeSet<String>();
        for (ChangeField field : ChangeField.of(thing.label())) {
            var value = field.isIdentifying() ? told(thing.ref(), field) : newest(thing.ref(), field);
            value.ifPresent(there -> filled.add(field.name()));
        }
        if (thing instanceof PersonId person) {
            each(Employment.class)
                    .filter(job -> job.person().equals(person) && isHeld(job))
                    .forEach(job -> addJob(job, filled));
        }
        if (thing instanceof OpportunityId deal) {
            each(StageChange.class)
                    .filter(change -> change.opportunity().equals(deal))
                    .forEach(change -> filled.add("STAGE"));
            each(Opportunity.class)
                    .filter(opportunity -> opportunity.id().equals(deal))
                    .max(Comparator.comparing(Opportunity::time))
                    .flatMap(Opportunity::pipeline)
                    .ifPresent(pipeline -> filled.add("PIPELINE"));
        }
        return filled;
    }

    private static void addJob(Employment job, Set<String> filled) {
        filled.add("EMPLOYER");
        job.title().ifPresent(title -> filled.add("TITLE"));
        if (job.function() != JobFunction.UNKNOWN) {
            filled.add("FUNCTION");
        }
        if (job.seniority() != Seniority.UNKNOWN) {
            filled.add("SENIORITY");
        }
    }

    /** No telling of the job says that it has ended. */
    private boolean isHeld(Employment job) {
        return each(Employment.class)
                .filter(other -> other.person().equals(job.person())
                        && other.account().equals(job.account())
                        && other.title().equals(job.title())
                        && other.time().occurredAt().equals(job.time().occurredAt()))
                .allMatch(other -> other.holdsAt(asOf));
    }

    /** What the newest fact that says anything about an identifying attribute says. */
    private Optional<String> told(EntityRef thing, ChangeField field) {
        return visible.stream()
                .filter(fact -> says(fact, thing, field).isPresent())
                .max(HistoryOracle.BY_AGE)
                .flatMap(fact -> says(fact, thing, field))
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> says(Fact fact, EntityRef thing, ChangeField field) {
        return switch (fact) {
            case FieldChange change -> said(change.entity(), Map.of(change.field(), change.value()), thing, field);
            case Account whole ->
                said(
                        whole.id().ref(),
                        Map.of(
                                ChangeField.NAME,
                                whole.name(),
                                ChangeField.DOMAIN,
                                whole.domain().orElse("")),
                        thing,
                        field);
            case Person whole ->
                said(
                        whole.id().ref(),
                        Map.of(
                                ChangeField.NAME,
                                whole.name(),
                                ChangeField.EMAIL,
                                whole.email().orElse("")),
                        thing,
                        field);
            case Opportunity whole -> said(whole.id().ref(), Map.of(ChangeField.NAME, whole.name()), thing, field);
            default -> Optional.empty();
        };
    }

    private static Optional<String> said(
            EntityRef about, Map<ChangeField, String> values, EntityRef thing, ChangeField field) {
        return about.equals(thing) ? Optional.ofNullable(values.get(field)) : Optional.empty();
    }

    private record Slot(String owner, ZonedDateTime hour) {

        String name() {
            return "%s, %ss from %02d:00 UTC"
                    .formatted(
                            owner, hour.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), hour.getHour());
        }
    }

    private List<Measurement> batched() {
        var timed = moves().filter(QualityOracle::isTimed).toList();
        var byOwner = new TreeMap<String, List<StageChange>>();
        timed.forEach(move ->
                byOwner.computeIfAbsent(owner(move), first -> new ArrayList<>()).add(move));
        var batches = byOwner.entrySet().stream()
                .filter(owner -> owner.getValue().size() >= rules.fewestMoves())
                .flatMap(owner -> batch(owner.getKey(), owner.getValue()).stream())
                .sorted(Comparator.comparingLong(Measurement::part).reversed().thenComparing(Measurement::subject))
                .toList();
        var all = timed.stream()
                .filter(move -> batches.stream()
                        .anyMatch(batch ->
                                batch.subject().equals(slot(owner(move), move).name())))
                .toList();
        return Stream.concat(
                        Stream.of(count(QualityMeasure.BATCHED_MOVES, "", timed.size(), keys(all.stream()))),
                        batches.stream().limit(20))
                .toList();
    }

    private String owner(StageChange move) {
        return newest(move.opportunity().ref(), ChangeField.OWNER)
                .orElse(move.opportunity().value().split(":", 2)[0]);
    }

    private static Slot slot(String owner, StageChange move) {
        return new Slot(owner, move.time().occurredAt().atZone(ZoneOffset.UTC));
    }

    private Optional<Measurement> batch(String owner, List<StageChange> moves) {
        var slots = moves.stream()
                .collect(Collectors.groupingBy(
                        move -> List.of(
                                slot(owner, move).hour().getDayOfWeek().getValue(),
                                slot(owner, move).hour().getHour()),
                        () -> new TreeMap<List<Integer>, List<StageChange>>(
                                Comparator.comparing(List<Integer>::getFirst).thenComparing(List::getLast)),
                        Collectors.toList()));
        var fullest = slots.values().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .orElseThrow();
        long days = fullest.stream()
                .map(move -> slot(owner, move).hour().toLocalDate())
                .distinct()
                .count();
        return days >= rules.fewestDays() && fullest.size() >= rules.batchShare() * moves.size()
                ? Optional.of(count(
                        QualityMeasure.BATCHED_MOVES,
                        slot(owner, fullest.getFirst()).name(),
                        moves.size(),
                        keys(fullest.stream())))
                : Optional.empty();
    }

    private <F extends Fact> Stream<F> each(Class<F> kind) {
        return visible.stream().filter(kind::isInstance).map(kind::cast).distinct();
    }
}
