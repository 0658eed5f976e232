package io.caucus.testkit;

import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ActorSide;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an {@link AccountStory}; its Javadoc is the grammar. */
final class StoryReader {

    private static final Map<String, EngagementKind> VERBS = verbs();
    private static final Set<String> OURSELVES = Set.of("we", "us");

    private static final String WHEN = "((?:\\d+[dhm] )+(?:ago|ahead)|now)";
    private static final String NAME = "[A-Za-z]\\w*";
    private static final String NAMES = "(%s(?:, %s)*)".formatted(NAME, NAME);
    private static final Pattern PERSON =
            Pattern.compile("(\\w+): (elsewhere|[A-Z_ ]+?)(?: from %s)?(?: to %s)?".formatted(WHEN, WHEN));
    private static final Pattern STAGE = Pattern.compile("(\\w+) enters (.+?) " + WHEN);
    private static final Pattern ROLE = Pattern.compile("(\\w+) is ([A-Z_]+) on (\\w+) " + WHEN);
    private static final Pattern ACTION = Pattern.compile(
            "%s (%s)(?: (?:to |with )?%s)? %s(?:, learned %s)?(?:, excluded ([A-Z_]+))?(?:, about (product|topic|content) (.+?))?(?:, saying ([A-Z_ ]+))?"
                    .formatted(NAMES, String.join("|", VERBS.keySet()), NAMES, WHEN, WHEN));
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)([dhm])");

    private final Account account;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<PersonId> introduced = new HashSet<>();
    private final Set<String> opportunities = new HashSet<>();

    StoryReader(Account account) {
        this.account = account;
    }

    List<Fact> read(String text) {
        facts.add(account);
        facts.add(new User(AccountStory.us(), "Sam Seller", AccountStory.LONG_AGO));
        var lines = text.lines().map(String::strip).toList();
        for (int number = 1; number <= lines.size(); number++) {
            readNonEmpty(number, lines.get(number - 1));
        }
        return facts;
    }

    private void readNonEmpty(int number, String line) {
        if (line.isEmpty()) {
            return;
        }
        try {
            readLine(number, line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line %d of the story, '%s': %s".formatted(number, line, e.getMessage()), e);
        }
    }

    private void readLine(int number, String line) {
        var person = PERSON.matcher(line);
        var stage = STAGE.matcher(line);
        var role = ROLE.matcher(line);
        var action = ACTION.matcher(line);
        if (person.matches()) {
            introduce(person);
        } else if (stage.matches()) {
            enterStage(stage);
        } else if (role.matches()) {
            giveRole(role);
        } else if (action.matches()) {
            act(number, action);
        } else {
            throw new IllegalArgumentException(
                    "is no sentence of AccountStory's grammar; its verbs are " + VERBS.keySet());
        }
    }

    private void introduce(Matcher line) {
        var name = line.group(1);
        var person = AccountStory.person(name);
        if (introduced.add(person)) {
            facts.add(new Person(person, name, Optional.of(name + "@acme.example"), AccountStory.LONG_AGO));
        }
        if (!line.group(2).equals("elsewhere")) {
            facts.add(job(person, line.group(2), time(line.group(3)), time(line.group(4))));
        }
    }

    private Employment job(PersonId person, String title, Optional<FactTime> from, Optional<FactTime> to) {
        var seniority = Seniority.UNKNOWN;
        var function = JobFunction.UNKNOWN;
        for (String word : title.split(" ", -1)) {
            if (isNameIn(Seniority.values(), word)) {
                seniority = Seniority.valueOf(word);
            } else {
                function = JobFunction.valueOf(word);
            }
        }
        return new Employment(
                person, account.id(), Optional.of(title), function, seniority, from.orElse(AccountStory.LONG_AGO), to);
    }

    private static boolean isNameIn(Enum<?>[] constants, String word) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(word));
    }

    private void enterStage(Matcher line) {
        var stage = line.group(2);
        var outcome = switch (stage) {
            case "Won" -> Outcome.WON;
            case "Lost" -> Outcome.LOST;
            default -> Outcome.OPEN;
        };
        mention(line.group(1));
        facts.add(new StageChange(
                AccountStory.opportunity(line.group(1)), stage, outcome, FactTime.at(instant(line.group(3)))));
    }

    private void giveRole(Matcher line) {
        mention(line.group(3));
        facts.add(new RoleHolding(
                known(line.group(1)),
                AccountStory.opportunity(line.group(3)),
                CommitteeRole.valueOf(line.group(2)),
                RoleSource.STATED_IN_CRM,
                1,
                FactTime.at(instant(line.group(4))),
                Optional.empty()));
    }

    private void mention(String opportunity) {
        if (opportunities.add(opportunity)) {
            facts.add(new Opportunity(
                    AccountStory.opportunity(opportunity),
                    account.id(),
                    opportunity,
                    Optional.empty(),
                    AccountStory.LONG_AGO));
        }
    }

    private void act(int number, Matcher line) {
        var engagement = new EngagementId("story:line-" + number);
        var subjects = names(line.group(1));
        var objects = names(line.group(3));
        var performedBy = people(subjects);
        var occurredAt = instant(line.group(4));
        var knownAt = time(line.group(5)).map(FactTime::occurredAt).orElse(occurredAt);
        facts.add(new Engagement(
                engagement,
                account.id(),
                kind(line.group(2)),
                performedBy.isEmpty() ? ActorSide.SELLER : ActorSide.BUYER,
                performedBy,
                people(objects),
                users(subjects, objects),
                Optional.ofNullable(line.group(6)).map(Exclusion::valueOf),
                new FactTime(occurredAt, knownAt)));
        if (line.group(7) != null) {
            concern(engagement, line.group(7), line.group(8), new FactTime(occurredAt, knownAt));
        }
        if (line.group(9) != null) {
            facts.add(read(engagement, line.group(9), new FactTime(occurredAt, knownAt)));
        }
    }

    private void concern(EngagementId engagement, String kind, String name, FactTime time) {
        var thing = new EntityRef(NodeLabel.valueOf(kind.toUpperCase(Locale.ROOT)), "story:" + name);
        facts.add(new Thing(thing, name, AccountStory.LONG_AGO));
        facts.add(Link.of(LinkType.CONCERNS, engagement.ref(), thing, time));
    }

    /** Signals with blanks between them, all of them sure; NOTHING says that the words were read and told none. */
    private static SignalReading read(EngagementId engagement, String signals, FactTime time) {
        return new SignalReading(
                engagement,
                new ExtractorVersion("story", "1"),
                signals.equals("NOTHING")
                        ? List.of()
                        : Stream.of(signals.split(" ", -1))
                                .map(ConversationSignal::valueOf)
                                .map(kind -> new SignalReading.Signal(kind, Optional.empty(), 1))
                                .toList(),
                time);
    }

    private static EngagementKind kind(String verb) {
        var kind = VERBS.get(verb);
        if (kind == null) {
            throw new AssertionError("the pattern of actions knows a verb '%s' that the table lacks".formatted(verb));
        }
        return kind;
    }

    private static List<String> names(@Nullable String group) {
        return group == null ? List.of() : List.of(group.split(", ", -1));
    }

    private List<PersonId> people(List<String> names) {
        return names.stream()
                .filter(name -> !OURSELVES.contains(name))
                .map(this::known)
                .toList();
    }

    private PersonId known(String name) {
        var person = AccountStory.person(name);
        if (!introduced.contains(person)) {
            throw new IllegalArgumentException(
                    "nobody introduced '%s'; put a line such as '%s: MANAGER FINANCE' before it".formatted(name, name));
        }
        return person;
    }

    private static List<UserId> users(List<String> subjects, List<String> objects) {
        return Stream.concat(subjects.stream(), objects.stream())
                .filter(OURSELVES::contains)
                .map(name -> AccountStory.us())
                .toList();
    }

    private static Optional<FactTime> time(@Nullable String when) {
        return Optional.ofNullable(when).map(StoryReader::instant).map(FactTime::at);
    }

    static Instant instant(String when) {
        if (!when.matches(WHEN)) {
            throw new IllegalArgumentException(
                    "time '%s' must look like '3d ago', '1d 12h ago' or 'now'".formatted(when));
        }
        var distance = Duration.ZERO;
        for (var amount = AMOUNT.matcher(when); amount.find(); ) {
            distance = distance.plus(duration(Long.parseLong(amount.group(1)), amount.group(2)));
        }
        return when.endsWith("ahead") ? RandomWorlds.NOW.plus(distance) : RandomWorlds.NOW.minus(distance);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** Each kind as one says it of somebody else and of several or ourselves; "visits pricing" stands before "visits". */
    private static Map<String, EngagementKind> verbs() {
        var verbs = new TreeMap<String, EngagementKind>(Comparator.reverseOrder());
        for (EngagementKind kind : EngagementKind.values()) {
            Stream.of(spellings(kind).split("/", -1)).forEach(verb -> verbs.put(verb, kind));
        }
        return verbs;
    }

    private static String spellings(EngagementKind kind) {
        return switch (kind) {
            case EMAIL -> "mails/mail";
            case REPLY -> "replies/reply";
            case FORWARD -> "forwards/forward";
            case INTRODUCTION -> "introduces/introduce";
            case CALL -> "calls/call";
            case MEETING -> "meets/meet";
            case WEBINAR -> "joins webinar/join webinar";
            case EVENT -> "comes to event/come to event";
            case VISIT -> "visits/visit";
            case PRICING_VISIT -> "visits pricing/visit pricing";
            case DOWNLOAD -> "downloads/download";
            case FORM -> "fills form/fill form";
            case PRODUCT_USE -> "uses product/use product";
            case CHAT -> "chats/chat";
            case TASK -> "plans task/plan task";
            case NOTE -> "writes note/write note";
        };
    }
}
