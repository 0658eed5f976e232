package io.caucus.api.cli;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.scoring.explanation.Change;
import io.caucus.scoring.explanation.Change.Somebody;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** Reads what {@code explain --what-if} supposes; its {@code --help} is the grammar. */
final class Supposed {

    private static final String WHEN = "(?: on (\\S+))?";
    private static final Pattern LOSE = Pattern.compile("lose (.+)");
    private static final Pattern FILL = Pattern.compile("fill (.+?)(?: with (.+)| as (.+))?");
    private static final Pattern MEET_SEAT = Pattern.compile("meet seat (.+?)" + WHEN);
    private static final Pattern MEET = Pattern.compile("meet (.+?)" + WHEN);

    private final AccountHistory history;

    Supposed(AccountHistory history) {
        this.history = history;
    }

    /** @throws BadInput naming what cannot be understood, and what can */
    Change read(String given) {
        var text = given.strip().replaceAll("\\s+", " ");
        var lose = LOSE.matcher(text);
        var fill = FILL.matcher(text);
        var meetSeat = MEET_SEAT.matcher(text);
        var meet = MEET.matcher(text);
        if (lose.matches()) {
            return lose.group(1).equalsIgnoreCase("champion")
                    ? new Change.LoseChampion()
                    : new Change.LosePerson(person(lose.group(1)));
        }
        if (fill.matches()) {
            return new Change.FillSeat(role(fill.group(1)), occupant(fill.group(2), fill.group(3)));
        }
        if (meetSeat.matches()) {
            return new Change.AddMeeting(new Somebody.OnSeat(role(meetSeat.group(1))), at(meetSeat.group(2)));
        }
        if (meet.matches()) {
            return new Change.AddMeeting(guest(meet.group(1)), at(meet.group(2)));
        }
        throw new BadInput(
                "--what-if '%s' begins with none of lose, fill, meet. For example: \"lose champion\"; ./caucus explain --help has all."
                        .formatted(given));
    }

    private Somebody occupant(@Nullable String known, @Nullable String position) {
        if (known != null) {
            return new Somebody.Known(person(known));
        }
        return position == null ? new Somebody.Hired(Seniority.UNKNOWN, JobFunction.UNKNOWN) : hired(position);
    }

    /** "vp finance", "finance" or "vp". */
    private static Somebody hired(String position) {
        var words = position.split(" ", 2);
        var seniority = find(Seniority.class, words[0]);
        if (seniority.isEmpty()) {
            return new Somebody.Hired(Seniority.UNKNOWN, function(position));
        }
        return new Somebody.Hired(seniority.get(), words.length == 1 ? JobFunction.UNKNOWN : function(words[1]));
    }

    private Somebody guest(String text) {
        return find(JobFunction.class, text)
                .<Somebody>map(Somebody.OfFunction::new)
                .orElseGet(() -> new Somebody.Known(person(text)));
    }

    /** By key, or by a name that one person has. */
    private PersonId person(String text) {
        var called = history.people().stream()
                .filter(person -> person.name().equalsIgnoreCase(text)
                        || person.id().value().equals(text))
                .map(Person::id)
                .toList();
        if (called.size() > 1) {
            throw new BadInput("'%s' are %s. Name one by key.".formatted(text, called));
        }
        if (called.isEmpty()) {
            throw new BadInput("Nobody at account '%s' is called '%s' as of %s. Those who work there: %s."
                    .formatted(history.account().id(), text, history.asOf(), employed()));
        }
        return called.getFirst();
    }

    private String employed() {
        var employed = history.employed();
        return history.people().stream()
                .filter(person -> employed.contains(person.id()))
                .map(person -> person.name().isEmpty() ? person.id().value() : person.name())
                .collect(Collectors.joining(", "));
    }

    /** A day means its end, or the instant of the question if that lies within it. */
    private Optional<Instant> at(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var at = new Instants().convert(text);
            boolean isThatDay = history.asOf().instant().toString().startsWith(text);
            return Optional.of(
                    isThatDay && at.isAfter(history.asOf().instant())
                            ? history.asOf().instant()
                            : at);
        } catch (TypeConversionException e) {
            throw new BadInput("--what-if: %s".formatted(e.getMessage()));
        }
    }

    private static CommitteeRole role(String text) {
        return named(CommitteeRole.class, "role", text);
    }

    private static JobFunction function(String text) {
        return named(JobFunction.class, "job function", text);
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String what, String text) {
        return find(kind, text)
                .orElseThrow(() -> new BadInput("--what-if: '%s' is no %s. There are %s."
                        .formatted(
                                text,
                                what,
                                Arrays.stream(kind.getEnumConstants())
                                        .map(constant -> constant.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '))
                                        .collect(Collectors.joining(", ")))));
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> kind, String text) {
        var name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
