package io.caucus.scoring.explanation;

import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.scoring.Sentences;
import java.util.Locale;
import java.util.function.Function;

/** What changed, in plain English. A value is "associated with" a chance; nothing is ever said to be so because of another. */
public final class ExplanationSentences {

    private ExplanationSentences() {}

    /** Without its full stop, for example "7 people of the account acted in the last 30 days (before: 4), associated with a higher chance". */
    public static String of(Shift shift) {
        var now = Sentences.stated(shift.feature().id(), shift.after());
        return shift.before().equals(shift.after())
                ? "%s, which the model now weighs otherwise: %s".formatted(now, association(shift))
                : "%s (before: %s), %s".formatted(now, value(shift, shift.before()), association(shift));
    }

    private static String association(Shift shift) {
        if (!shift.moves()) {
            return "which moves the chance neither way";
        }
        return shift.logOdds() > 0 ? "associated with a higher chance" : "associated with a lower chance";
    }

    private static String value(Shift shift, FeatureValue value) {
        return Sentences.of(value, shift.feature().unit());
    }

    /** Without its full stop: what lies behind a step of a difference. */
    public static String of(Cause cause) {
        return switch (cause) {
            case AGED_FACTS -> "The facts of then, seen from now";
            case NEW_FACTS -> "What became known of the account";
            case NEW_FACTS_ELSEWHERE -> "What became known of other accounts";
            case MODEL -> "Another model";
            case POLICY -> "Other parameters or bands";
        };
    }

    /**
     * Without its full stop, for example "somebody new takes the seat of economic buyer and meets us".
     *
     * @param names what people call a person
     */
    public static String of(Change change, Function<PersonId, String> names) {
        return switch (change) {
            case Change.FillSeat seat ->
                "%s takes the seat of %s and meets us".formatted(who(seat.by(), names), words(seat.role()));
            case Change.AddMeeting meeting ->
                "%s meets us%s"
                        .formatted(
                                who(meeting.with(), names),
                                meeting.at().map(at -> " at " + at).orElse(""));
            case Change.LoseChampion champion -> "the champion leaves";
            case Change.LosePerson loss -> "%s leaves".formatted(names.apply(loss.person()));
        };
    }

    private static String who(Change.Somebody somebody, Function<PersonId, String> names) {
        return switch (somebody) {
            case Change.Somebody.Known known -> names.apply(known.person());
            case Change.Somebody.OnSeat seat -> "who sits on " + words(seat.role());
            case Change.Somebody.OfFunction of -> "somebody in " + words(of.function());
            case Change.Somebody.Hired hired -> "somebody new";
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
