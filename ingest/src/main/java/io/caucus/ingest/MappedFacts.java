package io.caucus.ingest;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.Tombstone;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Ownership;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one row tells by a mapping. */
final class MappedFacts {

    private static final JobTitles TITLES = JobTitles.load();
    private static final RoleWords ROLES = RoleWords.load();

    /** As for roles stated in any CRM. */
    private static final double CONFIDENCE_OF_A_SELLER = 0.9;

    private final MappedRecord record;
    private final Row row;
    private final Reading reading;
    private final List<Fact> facts = new ArrayList<>();

    MappedFacts(MappedRecord record, Row row, Reading reading) {
        this.record = record;
        this.row = row;
        this.reading = reading;
    }

    List<Fact> tell() {
        switch (record.entity()) {
            case ACCOUNT -> account();
            case PERSON -> person();
            case EMPLOYMENT -> employment();
            case OPPORTUNITY -> opportunity();
            case STAGE_CHANGE -> facts.add(new StageChange(getOpportunity(), get(MappedEntity.STAGE), outcome(), at()));
            case FIELD_CHANGE -> fieldChange();
            case ROLE -> role();
            case ENGAGEMENT -> engagement();
            case TICKET -> ticket();
            case USER -> facts.add(new User(new UserId(key()), get(MappedEntity.NAME), at()));
            case SUBSIDIARY -> subsidiary();
            case INVESTMENT -> link(AccountLinks.INVESTMENT);
            case PARTNERSHIP -> link(AccountLinks.PARTNERSHIP);
            case REFERRAL -> referral();
            case SEGMENT -> link(AccountLinks.SEGMENT);
            case TERRITORY -> link(AccountLinks.TERRITORY);
            case SEATS -> link(AccountLinks.SEATS);
            case DELETION -> facts.add(Tombstone.of(deletable(), at()));
            case RESTORATION -> facts.add(Tombstone.lifted(deletable(), at()));
        }
        return facts;
    }

    private String key() {
        return record.source() + ":" + record.nativeId(row);
    }

    private Optional<String> find(String attribute) {
        return record.value(attribute).flatMap(rule -> rule.find(row));
    }

    private String get(String attribute) {
        return rule(attribute).get(row);
    }

    private ValueRule rule(String attribute) {
        return record.value(attribute).orElseThrow();
    }

    private Optional<String> findLower(String attribute) {
        return find(attribute).map(value -> value.toLowerCase(Locale.ROOT));
    }

    /** A word of a closed list; any other is rejected with all it could have been. */
    private <E extends Enum<E>> Optional<E> findWord(String attribute, Class<E> type) {
        return find(attribute).map(word -> {
            try {
                return MappedEntity.constant(type, word);
            } catch (IllegalArgumentException notOne) {
                throw new RejectedRow(
                        RejectCode.UNKNOWN_VALUE,
                        rule(attribute).column(),
                        "column '%s' has '%s', must be %s, or one of the words that line %d of the mapping translates"
                                .formatted(
                                        rule(attribute).column(),
                                        Row.shown(word),
                                        Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                                                .map(MappedEntity::word)
                                                .collect(Collectors.joining(", ")),
                                        rule(attribute).line()));
            }
        });
    }

    private <E extends Enum<E>> E getWord(String attribute, Class<E> type) {
        get(attribute);
        return findWord(attribute, type).orElseThrow();
    }

    private Outcome outcome() {
        return getWord(MappedEntity.OUTCOME, Outcome.class);
    }

    /** When it happened, and since when that could be known. */
    private FactTime at() {
        return known(happened(MappedEntity.AT).orElseGet(reading.times()::begun));
    }

    private FactTime known(Instant happened) {
        var known = happened(MappedEntity.KNOWN).filter(happened::isBefore);
        return new FactTime(happened, known.orElse(happened));
    }

    private Optional<Instant> happened(String attribute) {
        return record.time(attribute).map(rule -> rule.past(row, record.dateForm(), reading.times()));
    }

    private Optional<Instant> findHappened(String attribute) {
        return record.time(attribute).flatMap(rule -> rule.findPast(row, record.dateForm(), reading.times()));
    }

    /** When what the row does not date was so: at its last change, if it says one, else at the export. */
    private FactTime changed() {
        return FactTime.at(findHappened(MappedEntity.CHANGED)
                .orElseGet(() -> reading.times().exported()));
    }

    private Optional<AccountId> findAccount(String attribute) {
        return record.reference(attribute)
                .flatMap(rule -> rule.findAccount(row, record.source(), reading.references()));
    }

    private AccountId getAccount(String attribute) {
        return ReferenceRule.required(
                findAccount(attribute), record.reference(attribute).orElseThrow());
    }

    private Optional<PersonId> findPerson() {
        return record.reference(MappedEntity.PERSON_ATTRIBUTE)
                .flatMap(rule -> rule.findPerson(row, record.source(), reading.references()));
    }

    private PersonId getPerson() {
        return ReferenceRule.required(
                findPerson(), record.reference(MappedEntity.PERSON_ATTRIBUTE).orElseThrow());
    }

    private OpportunityId getOpportunity() {
        return record.reference(MappedEntity.OPPORTUNITY_ATTRIBUTE)
                .orElseThrow()
                .getOpportunity(row, record.source(), reading.references());
    }

    /** Tells the owner, if the row has one; a user of whom no file tells is called by the id until one does. */
    private Optional<UserId> tellOwner() {
        var owner = record.reference(MappedEntity.OWNER).flatMap(this::user);
        owner.ifPresent(facts::add);
        return owner.map(User::id);
    }

    private Optional<User> user(ReferenceRule rule) {
        var begun = FactTime.at(reading.times().begun());
        return rule.value().find(row).map(said -> switch (rule) {
            case ReferenceRule.ById id -> new User(new UserId(id.key().key(row, record.source(), true)), said, begun);
            case ReferenceRule.ByEmail email -> new User(Keys.user(record.source(), said), Owners.nameIn(said), begun);
            case ReferenceRule.ByName name -> new User(Keys.user(record.source(), said), said, begun);
            case ReferenceRule.ByDomain domain ->
                throw new IllegalStateException("no user is found by a domain, as the reader of mappings says");
        });
    }

    private Naming naming() {
        return new Naming(at(), findHappened(MappedEntity.CHANGED).map(this::known));
    }

    private void person() {
        var id = new PersonId(key());
        boolean saysEmail = record.value("email").isPresent();
        facts.addAll(naming().person(id, get(MappedEntity.NAME), findLower("email"), saysEmail));
        tellForeignIds(id.ref());
    }

    private void tellForeignIds(EntityRef entity) {
        for (KeyRule rule : record.foreignIds()) {
            rule.findKey(row, record.source(), record.entity().isPerson())
                    .ifPresent(key -> tellField(entity, ChangeField.FOREIGN_ID, key));
        }
    }

    private void account() {
        var id = new AccountId(key());
        boolean saysDomain = record.value("domain").isPresent();
        facts.addAll(naming().account(id, get(MappedEntity.NAME), domain(), saysDomain));
        tellForeignIds(id.ref());
        find("industry").ifPresent(industry -> tellField(id.ref(), ChangeField.INDUSTRY, industry));
        find("headcount")
                .ifPresent(count -> tellField(
                        id.ref(), ChangeField.HEADCOUNT, whole(rule("headcount").column(), count)));
        tellOwner().ifPresent(owner -> tellField(id.ref(), ChangeField.OWNER, owner.value()));
    }

    /** Of a website its domain; what is no address stays as it is. */
    private Optional<String> domain() {
        return findLower("domain").map(said -> Domains.in(said).orElse(said));
    }

    private void tellField(EntityRef entity, ChangeField field, String value) {
        facts.add(new FieldChange(entity, field, value, changed()));
    }

    private String whole(String column, String text) {
        return Row.whole(column, plain(column, text));
    }

    private String decimal(String column, String text) {
        return Row.decimal(column, plain(column, text));
    }

    private String plain(String column, String text) {
        var form = record.numberForm();
        return form.plain(text)
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.BAD_NUMBER,
                        column,
                        "column '%s' has '%s', must be a number written as %s"
                                .formatted(column, Row.shown(text), form.example())));
    }

    private void employment() {
        var title = find("title");
        var position = TITLES.read(title.orElse(""));
        var since = at();
        facts.add(new Employment(
                getPerson(),
                getAccount(MappedEntity.ACCOUNT_ATTRIBUTE),
                title,
                findWord("function", JobFunction.class).orElse(position.function()),
                findWord("seniority", Seniority.class).orElse(position.seniority()),
                since,
                ended(since)));
    }

    private Optional<FactTime> ended(FactTime since) {
        return findHappened(MappedEntity.ENDED).map(end -> {
            if (end.isBefore(since.occurredAt())) {
                var column = record.time(MappedEntity.ENDED).orElseThrow().column();
                throw new RejectedRow(
                        RejectCode.BAD_DATE,
                        column,
                        "column '%s' has %s, must not be before the beginning at %s"
                                .formatted(column, end, since.occurredAt()));
            }
            return known(end);
        });
    }

    private void opportunity() {
        var id = new OpportunityId(key());
        facts.addAll(naming().opportunity(
                        id, getAccount(MappedEntity.ACCOUNT_ATTRIBUTE), get(MappedEntity.NAME), find("pipeline")));
        var closes = find(MappedEntity.CLOSE_DATE)
                .map(text -> Row.date(rule(MappedEntity.CLOSE_DATE).column(), text, record.dateForm()));
        find(MappedEntity.STAGE)
                .ifPresent(stage -> facts.add(Closing.presentStage(
                        id,
                        stage,
                        outcome(),
                        at().occurredAt(),
                        closes,
                        record.value(MappedEntity.CLOSE_DATE)
                                .map(ValueRule::column)
                                .orElse(""),
                        reading)));
        find("amount")
                .ifPresent(amount -> tellField(
                        id.ref(), ChangeField.AMOUNT, decimal(rule("amount").column(), amount)));
        closes.ifPresent(close -> tellField(id.ref(), ChangeField.CLOSE_DATE, day(close)));
        tellOwner().ifPresent(owner -> tellField(id.ref(), ChangeField.OWNER, owner.value()));
    }

    private String day(Instant instant) {
        return instant.atZone(record.dateForm().zone()).toLocalDate().toString();
    }

    private void fieldChange() {
        var entity = record.reference(MappedEntity.OPPORTUNITY_ATTRIBUTE).isPresent()
                ? getOpportunity().ref()
                : getAccount(MappedEntity.ACCOUNT_ATTRIBUTE).ref();
        var field = getWord(MappedEntity.FIELD, ChangeField.class);
        if (!field.appliesTo(entity.label())) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE,
                    rule(MappedEntity.FIELD).column(),
                    "field %s is none of %s, which has: %s"
                            .formatted(field, entity.label().inCypher(), ChangeField.of(entity.label())));
        }
        facts.add(new FieldChange(entity, field, value(field), at()));
    }

    private String value(ChangeField field) {
        var said = get("value");
        var column = rule("value").column();
        return switch (field) {
            case NAME, INDUSTRY, REGION, LEAD_SOURCE -> said;
            case DOMAIN, EMAIL -> said.toLowerCase(Locale.ROOT);
            case HEADCOUNT -> whole(column, said);
            case AMOUNT, ANNUAL_REVENUE -> decimal(column, said);
            case CLOSE_DATE -> day(Row.date(column, said, record.dateForm()));
            case OWNERSHIP -> getWord("value", Ownership.class).name();
            case OWNER -> owner(said, column);
            case FOREIGN_ID -> ForeignIds.get(column, said);
        };
    }

    private String owner(String said, String column) {
        var id = new UserId(record.source() + ":" + Keys.nativeId(said, column));
        facts.add(new User(id, said, FactTime.at(reading.times().begun())));
        return id.value();
    }

    private void role() {
        var since = at();
        facts.add(new RoleHolding(
                getPerson(),
                getOpportunity(),
                roleCalled(get(MappedEntity.ROLE_ATTRIBUTE)),
                RoleSource.STATED_IN_CRM,
                CONFIDENCE_OF_A_SELLER,
                since,
                ended(since)));
    }

    private CommitteeRole roleCalled(String word) {
        try {
            return MappedEntity.constant(CommitteeRole.class, word);
        } catch (IllegalArgumentException notOurWord) {
            return ROLES.role(rule(MappedEntity.ROLE_ATTRIBUTE).column(), Optional.of(word), reading.findings());
        }
    }

    private void engagement() {
        var kind = getWord("kind", EngagementKind.class);
        var side = getWord("side", ActorSide.class);
        var excluded = findWord("excluded", Exclusion.class);
        var person = side == ActorSide.BUYER ? Optional.of(getPerson()) : findPerson();
        var owner = tellOwner();
        boolean reaches = side == ActorSide.SELLER && kind.channel() != EngagementKind.Channel.INTERNAL;
        facts.add(new Engagement(
                new EngagementId(key()),
                accountOfEngagement(person),
                kind,
                side,
                side == ActorSide.BUYER ? person.stream().toList() : List.of(),
                reaches ? person.stream().toList() : List.of(),
                owner.stream().toList(),
                excluded,
                engaged(kind, excluded)));
    }

    private AccountId accountOfEngagement(Optional<PersonId> person) {
        var account = findAccount(MappedEntity.ACCOUNT_ATTRIBUTE);
        if (account.isPresent()) {
            return account.get();
        }
        var column = record.reference(MappedEntity.PERSON_ATTRIBUTE)
                .or(() -> record.reference(MappedEntity.ACCOUNT_ATTRIBUTE))
                .map(rule -> rule.value().column())
                .orElse("");
        return person.map(who -> reading.references().getEmployer(who, column))
                .orElseThrow(() -> new RejectedRow(
                        RejectCode.NO_ACCOUNT,
                        column,
                        "the row names neither an account nor a person who works at one"));
    }

    /** What is planned may lie ahead: it is known since the export. Anything else had happened by then. */
    private FactTime engaged(EngagementKind kind, Optional<Exclusion> excluded) {
        boolean planned = kind == EngagementKind.TASK || excluded.equals(Optional.of(Exclusion.NOT_HELD));
        var date = record.time(MappedEntity.AT).orElseThrow().any(row, record.dateForm(), reading.times());
        return planned && reading.times().isAfterExport(date)
                ? new FactTime(date, reading.times().exported())
                : at();
    }

    private void ticket() {
        var opened = at();
        var closed = findHappened("closed")
                .map(date -> Closing.time(
                        record.time("closed").orElseThrow().column(), date, opened.occurredAt(), reading.findings()));
        facts.add(new Ticket(
                new TicketId(key()),
                findAccount(MappedEntity.ACCOUNT_ATTRIBUTE),
                findPerson(),
                find("priority"),
                opened,
                findHappened("answered").map(FactTime::at),
                closed));
        tellOwner();
    }

    private EntityKey deletable() {
        return switch (getWord(MappedEntity.OF, MappedEntity.Deletable.class)) {
            case ACCOUNT -> new AccountId(key());
            case PERSON -> new PersonId(key());
            case OPPORTUNITY -> new OpportunityId(key());
            case ENGAGEMENT -> new EngagementId(key());
            case TICKET -> new TicketId(key());
        };
    }

    private void subsidiary() {
        var parent = record.reference(MappedEntity.PARENT).orElseThrow();
        facts.add(Parents.tell(
                getAccount(MappedEntity.ACCOUNT_ATTRIBUTE),
                getAccount(MappedEntity.PARENT),
                parent.value().column(),
                at()));
    }

    private void link(AccountLinks kind) {
        var since = at();
        facts.addAll(kind.tell(
                record.source(),
                get(kind.attribute()),
                rule(kind.attribute()).column(),
                FactTime.at(reading.times().begun()),
                getAccount(MappedEntity.ACCOUNT_ATTRIBUTE),
                measures(),
                since,
                ended(since)));
    }

    private Map<Measure, Double> measures() {
        var measures = new EnumMap<Measure, Double>(Measure.class);
        findCount(MappedEntity.BOUGHT).ifPresent(count -> measures.put(Measure.SEATS_BOUGHT, count));
        findCount(MappedEntity.ACTIVE).ifPresent(count -> measures.put(Measure.SEATS_ACTIVE, count));
        return measures;
    }

    private Optional<Double> findCount(String attribute) {
        return find(attribute).map(count -> Double.valueOf(whole(rule(attribute).column(), count)));
    }

    private void referral() {
        var what = findAccount(MappedEntity.ACCOUNT_ATTRIBUTE)
                .map(AccountId::ref)
                .orElseGet(() -> getOpportunity().ref());
        var by = referrer();
        if (by.equals(what)) {
            throw new RejectedRow(
                    RejectCode.UNKNOWN_VALUE,
                    record.reference(MappedEntity.BY_ACCOUNT)
                            .orElseThrow()
                            .value()
                            .column(),
                    "an account cannot have referred us to itself");
        }
        facts.add(Link.of(LinkType.REFERRED, by, what, at()));
    }

    /** The mapping names one of the three. */
    private EntityRef referrer() {
        var partner = AccountLinks.PARTNERSHIP.attribute();
        if (record.value(partner).isPresent()) {
            var name = get(partner);
            var key = AccountLinks.thing(
                    NodeLabel.PARTNER, record.source(), name, rule(partner).column());
            facts.add(new Thing(key, name, FactTime.at(reading.times().begun())));
            return key;
        }
        return record.reference(MappedEntity.PERSON_ATTRIBUTE).isPresent()
                ? getPerson().ref()
                : getAccount(MappedEntity.BY_ACCOUNT).ref();
    }
}
