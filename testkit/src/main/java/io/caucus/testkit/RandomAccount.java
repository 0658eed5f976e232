package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.ExtractorVersion;
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
import io.caucus.graphmodel.fact.TicketId;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.EngagementKind.Channel;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.LinkType.Measure;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Ownership;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws one account: its people first, then what they did. */
final class RandomAccount {

    private static final int MOST_PEOPLE = 15;
    private static final int MOST_ENGAGEMENTS = 100;
    private static final int MOST_OPPORTUNITIES = 4;
    private static final int MOST_STAGE_CHANGES = 8;

    /** Before everything else, and before any instant a test asks as of. */
    private static final FactTime LONG_AGO = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(1000)));

    private static final List<String> NAMES =
            List.of("Ana Lima", "Bo O'Neill", "Cy \"Cee\" Żak", "Dee, Jr.", "Zoë Ångström", "李 雷", "e\u0301mile");
    private static final List<String> STAGES =
            List.of("Discovery", "Qualification", "Proposal", "Negotiation", "Closed won", "Closed lost");
    private static final List<UserId> USERS =
            List.of(new UserId("random:u0"), new UserId("random:u1"), new UserId("random:u2"));

    private static final List<EntityRef> SEGMENTS = Stream.of("random:s0", "random:s1", "random:smb")
            .map(key -> new EntityRef(NodeLabel.SEGMENT, key))
            .toList();
    /** What actions concern, as it is called; the last was never told of. */
    private static final List<Thing> SHOWN = List.of(
            shown(NodeLabel.PRODUCT, "Ledger"),
            shown(NodeLabel.PRODUCT, "Archive"),
            shown(NodeLabel.TOPIC, "Data integration"),
            shown(NodeLabel.TOPIC, "Ten trends"),
            shown(NodeLabel.CONTENT, "API reference"),
            shown(NodeLabel.CONTENT, "Customer story: Café Żak"),
            shown(NodeLabel.CONTENT, "Capital gains"),
            shown(NodeLabel.CONTENT, "Spring newsletter"),
            shown(NodeLabel.CONTENT, "Untold"));

    private static final List<String> PRIORITIES = List.of("HIGH", "Urgent ", "low", "Medium");

    private static final List<EntityRef> PRODUCTS = List.of(
            new EntityRef(NodeLabel.PRODUCT, "random:suite"),
            new EntityRef(NodeLabel.PRODUCT, "random:editor"),
            new EntityRef(NodeLabel.PRODUCT, "random:reports"));

    private static final List<ConversationSignal> SIGNALS = List.of(ConversationSignal.values());
    private static final List<ExtractorVersion> EXTRACTORS = List.of(
            new ExtractorVersion("rules", "9"),
            new ExtractorVersion("rules", "10"),
            new ExtractorVersion("http", "prompt-1"));

    private final AccountId id;
    private final SplittableRandom random;
    private final RandomInstants instants;
    private final List<Fact> facts = new ArrayList<>();
    private final List<SignalReading> readings = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Engagement> exchanges = new ArrayList<>();
    private final List<Link> uses = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private final List<OpportunityId> opportunities = new ArrayList<>();
    /** What has been used up of what may occur once only: a job's beginning, a stage's instant. */
    private final Set<List<Object>> taken = new HashSet<>();

    RandomAccount(AccountId id, SplittableRandom random) {
        this.id = id;
        this.random = random;
        this.instants = new RandomInstants(random);
        drawAccount();
        repeat(random.nextInt(MOST_PEOPLE + 1), this::drawPerson);
        repeat(random.nextInt(MOST_ENGAGEMENTS + 1), () -> drawEngagement(people));
        repeat(random.nextInt(MOST_OPPORTUNITIES + 1), this::drawOpportunity);
        repeat(random.nextInt(5), this::drawTicket);
        if (!people.isEmpty()) {
            drawExchanges();
        }
        drawSeats();
    }

    /** Our own people, whom all random accounts share. */
    static List<User> users() {
        return USERS.stream()
                .map(user -> new User(user, "Seller " + user, LONG_AGO))
                .toList();
    }

    /** What all random accounts look at, and the segments they belong to but for the last, which was never told of. */
    static List<Thing> things() {
        var things = new ArrayList<>(SHOWN.subList(0, SHOWN.size() - 1));
        things.add(new Thing(SEGMENTS.get(0), "Enterprise", LONG_AGO));
        things.add(new Thing(SEGMENTS.get(1), "Mid-market", LONG_AGO));
        return List.copyOf(things);
    }

    private static Thing shown(NodeLabel label, String name) {
        var key = "random:%s".formatted(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z:]", "-");
        return new Thing(new EntityRef(label, key), name, LONG_AGO);
    }

    List<PersonId> people() {
        return List.copyOf(people);
    }

    List<Fact> facts() {
        var all = new ArrayList<>(facts);
        all.addAll(exchanges);
        all.addAll(readings);
        all.addAll(segments());
        all.addAll(links);
        all.addAll(uses);
        all.addAll(champions());
        return List.copyOf(all);
    }

    /**
     * One recorded on every other opportunity, which chance alone hardly ever draws. By dice of their own, so that all else comes out
     * as if there were none.
     */
    private List<RoleHolding> champions() {
        var dice = new SplittableRandom(id.value().hashCode());
        var when = new RandomInstants(dice);
        return opportunities.stream()
                .filter(opportunity -> !people.isEmpty() && dice.nextBoolean())
                .map(opportunity -> new RoleHolding(
                        people.get(dice.nextInt(people.size())),
                        opportunity,
                        CommitteeRole.CHAMPION,
                        RoleSource.STATED_IN_CRM,
                        0.9,
                        when.time(),
                        none()))
                .toList();
    }

    /** Perhaps becomes a subsidiary of the other account, hires somebody of theirs, or writes to their people. */
    void wireTo(RandomAccount other) {
        if (random.nextInt(3) == 0) {
            facts.add(new Subsidiary(id, other.id, instants.time()));
        }
        if (!other.people.isEmpty() && random.nextInt(2) == 0) {
            var mover = oneOf(other.people);
            drawJob(mover);
            var both = new ArrayList<>(people);
            both.add(mover);
            repeat(random.nextInt(4), () -> drawEngagement(both));
        }
    }

    private void drawAccount() {
        var number = id.value().substring("random:a".length());
        facts.add(new Account(id, "Account № " + number, perhaps(() -> "a%s.example".formatted(number)), LONG_AGO));
        repeat(random.nextInt(3), () -> drawField(id.ref(), ChangeField.INDUSTRY, Instant.MIN));
        repeat(random.nextInt(3), () -> drawField(id.ref(), ChangeField.HEADCOUNT, Instant.MIN));
        repeat(random.nextInt(3), () -> drawField(id.ref(), ChangeField.OWNER, Instant.MIN));
    }

    /** Most people are known before they do anything; some turn up in the source only after they acted. */
    private void drawPerson() {
        var person = new PersonId("%s-p%d".formatted(id, people.size()));
        var local = person.value().substring("random:".length());
        var time = random.nextInt(8) == 0 ? instants.time() : LONG_AGO;
        facts.add(new Person(person, oneOf(NAMES), perhaps(() -> local + "@mail.example"), time));
        people.add(person);
        repeat(jobs(), () -> drawJob(person));
    }

    /** Most have one job here; some had none, and a few came back. */
    private int jobs() {
        return List.of(0, 1, 1, 1, 1, 1, 2, 3).get(random.nextInt(8));
    }

    private void drawJob(PersonId person) {
        var began = random.nextInt(2) == 0 ? LONG_AGO : instants.time();
        if (!taken.add(List.of(person, began.occurredAt()))) {
            return;
        }
        var ended = random.nextInt(3) == 0 ? Optional.of(instants.timeFrom(began.occurredAt())) : none();
        var seniority = oneOf(Seniority.values());
        var function = oneOf(JobFunction.values());
        facts.add(
                random.nextInt(6) == 0
                        ? new Employment(
                                person, id, Optional.empty(), JobFunction.UNKNOWN, Seniority.UNKNOWN, began, ended)
                        : new Employment(
                                person,
                                id,
                                Optional.of(title(seniority, function)),
                                function,
                                seniority,
                                began,
                                ended));
    }

    private static String title(Seniority seniority, JobFunction function) {
        return "%s, %s".formatted(seniority, function).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void drawEngagement(List<PersonId> whoMay) {
        var engagement = new EngagementId("%s-e%d".formatted(id, facts.size()));
        var kind = oneOf(EngagementKind.values());
        var involved = kind.channel() == Channel.INTERNAL ? List.<PersonId>of() : whoMay;
        var performedBy = random.nextInt(3) == 0 ? List.<PersonId>of() : someOf(involved, 3);
        var time = instants.time();
        var addressedTo = someOf(involved, 5);
        facts.add(new Engagement(
                engagement,
                id,
                kind,
                performedBy.isEmpty() ? ActorSide.SELLER : ActorSide.BUYER,
                performedBy,
                addressedTo,
                someOf(USERS, 2),
                random.nextInt(10) == 0 ? Optional.of(oneOf(Exclusion.values())) : Optional.empty(),
                time));
        drawReadings(engagement, time);
        drawLinks(engagement, performedBy, addressedTo, time);
        if (kind == EngagementKind.PRODUCT_USE) {
            drawUse(engagement, time);
        }
    }

    /**
     * Read at once or later, by no extractor or several, perhaps with nothing found. Drawn by dice of their own, so that all else
     * comes out as if nothing had been said.
     */
    private void drawReadings(EngagementId engagement, FactTime said) {
        var dice = new SplittableRandom(engagement.value().hashCode());
        for (ExtractorVersion extractor : EXTRACTORS) {
            if (dice.nextInt(5) == 0) {
                var later = said.knownAt().plus(Duration.ofDays(dice.nextInt(60)));
                var signals = new ArrayList<SignalReading.Signal>();
                repeat(dice.nextInt(4), () -> signals.add(drawSignal(dice)));
                readings.add(new SignalReading(engagement, extractor, signals, new FactTime(said.occurredAt(), later)));
            }
        }
    }

    /**
     * Nowhere, in one segment or in two, for ever or for a time; one segment has no name. Drawn by dice of their own, so that all
     * else comes out as if there were none.
     */
    private List<Fact> segments() {
        var dice = new SplittableRandom(id.value().hashCode());
        var told = new ArrayList<Fact>();
        for (EntityRef segment : SEGMENTS) {
            if (dice.nextInt(3) == 0) {
                told.add(segmentLink(segment, new RandomInstants(dice), dice));
            }
        }
        return told;
    }

    private Link segmentLink(EntityRef segment, RandomInstants when, SplittableRandom dice) {
        var began = dice.nextBoolean() ? LONG_AGO : when.time();
        var ended = dice.nextInt(3) == 0 ? Optional.of(when.timeFrom(began.occurredAt())) : none();
        return new Link(LinkType.IN_SEGMENT, id.ref(), segment, Optional.empty(), Map.of(), began, ended);
    }

    /** Mails of ours with a reminder and an answer each, which chance alone hardly ever draws. By dice of their own. */
    private void drawExchanges() {
        var dice = new SplittableRandom(id.value().hashCode());
        for (int number = dice.nextInt(3); number > 0; number--) {
            var person = List.of(people.get(dice.nextInt(people.size())));
            var began = RandomWorlds.NOW.minus(Duration.ofMinutes(dice.nextInt(10_000, 120_000)));
            var answered = began.plus(Duration.ofMinutes(dice.nextInt(10, 8_000)));
            drawMail("mail" + number, ActorSide.SELLER, List.of(), person, began);
            drawMail("reminder" + number, ActorSide.SELLER, List.of(), person, began.plus(Duration.ofDays(1)));
            drawMail("answer" + number, ActorSide.BUYER, person, List.of(), answered);
        }
    }

    private void drawMail(
            String name, ActorSide side, List<PersonId> performedBy, List<PersonId> addressedTo, Instant at) {
        exchanges.add(new Engagement(
                new EngagementId("%s-%s".formatted(id, name)),
                id,
                side == ActorSide.BUYER ? EngagementKind.REPLY : EngagementKind.EMAIL,
                side,
                performedBy,
                addressedTo,
                List.of(USERS.getFirst()),
                Optional.empty(),
                FactTime.at(at)));
    }

    /** What a buyer's action concerned, and whether it passed something on: told at once or later, some of it taken back. By dice of its own. */
    private void drawLinks(
            EngagementId engagement, List<PersonId> performedBy, List<PersonId> addressedTo, FactTime done) {
        if (performedBy.isEmpty()) {
            return;
        }
        var dice = new SplittableRandom(~engagement.value().hashCode());
        int shown = dice.nextInt(SHOWN.size());
        for (int links = Math.max(0, dice.nextInt(6) - 3); links > 0; links--) {
            drawLink(LinkType.CONCERNS, engagement.ref(), SHOWN.get(shown).entity(), Optional.empty(), done, dice);
            shown = (shown + 1) % SHOWN.size();
        }
        if (dice.nextInt(4) == 0) {
            addressedTo.stream()
                    .filter(recipient -> !recipient.equals(performedBy.getFirst()))
                    .findFirst()
                    .ifPresent(recipient -> drawLink(
                            LinkType.FORWARDED,
                            performedBy.getFirst().ref(),
                            recipient.ref(),
                            Optional.of(engagement),
                            done,
                            dice));
        }
    }

    private void drawLink(
            LinkType type,
            EntityRef from,
            EntityRef to,
            Optional<EngagementId> through,
            FactTime done,
            SplittableRandom dice) {
        var began = new FactTime(done.occurredAt(), done.knownAt().plus(Duration.ofDays(dice.nextInt(3))));
        var ended = dice.nextInt(8) == 0
                ? Optional.of(FactTime.at(done.occurredAt().plus(Duration.ofDays(dice.nextInt(60)))))
                : none();
        links.add(new Link(type, from, to, through, Map.of(), began, ended));
    }

    /** Of one product or several. Drawn by dice of their own, as readings are. */
    private void drawUse(EngagementId engagement, FactTime time) {
        var dice = new SplittableRandom(~engagement.value().hashCode());
        for (EntityRef product : PRODUCTS) {
            if (dice.nextInt(2) == 0) {
                uses.add(Link.of(LinkType.CONCERNS, engagement.ref(), product, time));
            }
        }
    }

    /** Counts at instants of their own, some learned late, some of licences that ended. Drawn by dice of their own, as readings are. */
    private void drawSeats() {
        var dice = new SplittableRandom(id.value().hashCode());
        for (EntityRef product : PRODUCTS) {
            repeat(dice.nextInt(4), () -> drawCount(product, dice));
        }
    }

    private void drawCount(EntityRef product, SplittableRandom dice) {
        var countedAt =
                RandomWorlds.NOW.minusMillis(dice.nextLong(Duration.ofDays(300).toMillis()));
        var knownAt = countedAt.plus(Duration.ofDays(Math.max(0, dice.nextInt(60) - 45)));
        int bought = 1 + dice.nextInt(50);
        uses.add(new Link(
                LinkType.USES,
                id.ref(),
                product,
                Optional.empty(),
                Map.of(Measure.SEATS_BOUGHT, (double) bought, Measure.SEATS_ACTIVE, (double) dice.nextInt(bought + 1)),
                new FactTime(countedAt, knownAt),
                dice.nextInt(6) == 0
                        ? Optional.of(FactTime.at(countedAt.plus(Duration.ofDays(dice.nextInt(200)))))
                        : none()));
    }

    private static SignalReading.Signal drawSignal(SplittableRandom dice) {
        var kind = SIGNALS.get(dice.nextInt(SIGNALS.size()));
        return new SignalReading.Signal(
                kind,
                kind == ConversationSignal.NAMES_COMPETITOR
                        ? Optional.of(NAMES.get(dice.nextInt(NAMES.size())))
                        : Optional.empty(),
                dice.nextInt(1, 101) / 100.0);
    }

    private void drawOpportunity() {
        var opportunity = new OpportunityId("%s-o%d".formatted(id, opportunities.size()));
        var time = random.nextInt(3) == 0 ? instants.time() : LONG_AGO;
        var earliest = time.visibleFrom();
        facts.add(new Opportunity(opportunity, id, "Sale " + opportunities.size(), perhaps(() -> "default"), time));
        opportunities.add(opportunity);
        repeat(random.nextInt(MOST_STAGE_CHANGES + 1), () -> drawStage(opportunity, earliest));
        repeat(random.nextInt(3), () -> drawField(opportunity.ref(), ChangeField.AMOUNT, earliest));
        repeat(random.nextInt(3), () -> drawField(opportunity.ref(), ChangeField.CLOSE_DATE, earliest));
        repeat(random.nextInt(3), () -> drawField(opportunity.ref(), ChangeField.OWNER, earliest));
        if (!people.isEmpty()) {
            repeat(random.nextInt(5), () -> drawRole(opportunity, earliest));
        }
    }

    /** Stages come in any order, so some opportunities fall back and some are opened again. */
    private void drawStage(OpportunityId opportunity, Instant earliest) {
        var stage = oneOf(STAGES);
        var time = instants.timeFrom(earliest);
        if (taken.add(List.of(opportunity, stage, time.occurredAt()))) {
            facts.add(new StageChange(opportunity, stage, outcome(stage), time));
        }
    }

    private static Outcome outcome(String stage) {
        return switch (stage) {
            case "Closed won" -> Outcome.WON;
            case "Closed lost" -> Outcome.LOST;
            default -> Outcome.OPEN;
        };
    }

    private void drawField(EntityRef entity, ChangeField field, Instant earliest) {
        var value = value(field);
        var time = instants.timeFrom(earliest);
        if (taken.add(List.of(entity, field, value, time.occurredAt()))) {
            facts.add(new FieldChange(entity, field, value, time));
        }
    }

    private String value(ChangeField field) {
        return switch (field) {
            case INDUSTRY -> oneOf(List.of("Software", "Retail", "Pulp & paper"));
            case HEADCOUNT -> Integer.toString(random.nextInt(1, 10_000));
            case AMOUNT -> "%d.%02d".formatted(random.nextInt(100_000), random.nextInt(100));
            case CLOSE_DATE -> instants.next().toString().substring(0, "2026-06-01".length());
            case OWNER -> oneOf(USERS).value();
            case ANNUAL_REVENUE -> Integer.toString(random.nextInt(1_000_000));
            case OWNERSHIP -> oneOf(Ownership.values()).name();
            case FOREIGN_ID -> "elsewhere:" + random.nextInt(1000);
            case NAME, DOMAIN, EMAIL, REGION, LEAD_SOURCE -> "%s %d".formatted(field, random.nextInt(1000));
        };
    }

    private void drawRole(OpportunityId opportunity, Instant earliest) {
        var person = oneOf(people);
        var role = oneOf(CommitteeRole.values());
        var source = oneOf(RoleSource.values());
        var began = instants.timeFrom(earliest);
        var ended = random.nextInt(4) == 0 ? Optional.of(instants.timeFrom(began.occurredAt())) : none();
        double confidence = random.nextInt(1, 101) / 100.0;
        if (taken.add(List.of(opportunity, person, role, source, began.occurredAt()))) {
            facts.add(new RoleHolding(person, opportunity, role, source, confidence, began, ended));
        }
    }

    private void drawTicket() {
        var opened = instants.time();
        var ticket = new TicketId("%s-t%d".formatted(id, facts.size()));
        var dice = new SplittableRandom(ticket.value().hashCode());
        facts.add(new Ticket(
                ticket,
                perhaps(() -> id),
                people.isEmpty() ? Optional.empty() : perhaps(() -> oneOf(people)),
                perhaps(() -> PRIORITIES.get(dice.nextInt(PRIORITIES.size()))),
                opened,
                drawAnswer(opened, dice),
                random.nextBoolean() ? Optional.of(instants.timeFrom(opened.occurredAt())) : none()));
    }

    /** Some hours later, of which one in four is learned late. Drawn by dice of their own, as readings are. */
    private static Optional<FactTime> drawAnswer(FactTime opened, SplittableRandom dice) {
        if (dice.nextInt(3) == 0) {
            return none();
        }
        var answered = opened.occurredAt().plus(Duration.ofMinutes(dice.nextInt(20_000)));
        return Optional.of(new FactTime(answered, answered.plus(Duration.ofDays(Math.max(0, dice.nextInt(40) - 30)))));
    }

    private static Optional<FactTime> none() {
        return Optional.empty();
    }

    private <T> Optional<T> perhaps(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Up to {@code most} of them, fewer rather than many. */
    private <T> List<T> someOf(List<T> choices, int most) {
        if (choices.isEmpty()) {
            return List.of();
        }
        var chosen = new ArrayList<T>();
        repeat(random.nextInt(random.nextInt(most + 1) + 1), () -> chosen.add(oneOf(choices)));
        return chosen;
    }

    private static void repeat(int times, Runnable draw) {
        for (int time = 0; time < times; time++) {
            draw.run();
        }
    }
}
