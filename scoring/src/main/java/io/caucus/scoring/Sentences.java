package io.caucus.scoring;

import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reasons and evidence in plain English, at the very end: everything before is data. A value is always "associated with" a
 * chance, since no model here knows causes.
 */
public final class Sentences {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Sentences() {}

    /** One sentence without its full stop, for example "4 people of the account acted in the last 30 days, …". */
    public static String of(Contribution contribution) {
        return switch (contribution.value()) {
            case FeatureValue.Missing missing ->
                "%s is not known, so it moves the chance neither way".formatted(subject(contribution.feature()));
            case FeatureValue.Quantity quantity ->
                "%s, %s"
                        .formatted(
                                measured(contribution.feature(), quantity.amount()),
                                association(contribution.direction()));
            case FeatureValue.Category category ->
                "%s, %s"
                        .formatted(
                                worded(contribution.feature(), category.name()), association(contribution.direction()));
        };
    }

    /**
     * One sentence with its full stop, for example "Ana Ruiz replied on 3 Oct 2026." Days are UTC.
     *
     * @param names what people call a person or an opportunity
     */
    public static String of(EvidenceItem item, Function<EntityRef, String> names) {
        return switch (item) {
            case EvidenceItem.Action action ->
                "%s %s on %s.".formatted(name(action.person(), names), deed(action.kind()), day(action.at()));
            case EvidenceItem.Standing standing ->
                "%s, %s, took part."
                        .formatted(name(standing.person(), names), standing(standing.seniority(), standing.function()));
            case EvidenceItem.Seat seat -> seat(seat, names);
            case EvidenceItem.SharedTie tie ->
                "%s and %s took part in %s together."
                        .formatted(
                                name(tie.one(), names),
                                name(tie.other(), names),
                                count(tie.engagements().size(), "engagement", "engagements"));
            case EvidenceItem.CutPoint cut ->
                "Without %s nothing would connect us to %s."
                        .formatted(name(cut.person(), names), listed(cut.cutOff(), names));
            case EvidenceItem.Influence influence ->
                "%s became active %s after %s acted, with %s of the credit."
                        .formatted(
                                name(influence.to(), names),
                                span(influence.lag()),
                                name(influence.from(), names),
                                percent(influence.credit()));
            case EvidenceItem.StageEntered stage ->
                "%s entered stage %s on %s."
                        .formatted(name(stage.opportunity(), names), stage.stage(), day(stage.at()));
        };
    }

    private static String association(Contribution.Direction direction) {
        return switch (direction) {
            case RAISES -> "associated with a higher chance";
            case LOWERS -> "associated with a lower chance";
            case NEUTRAL -> "which is usual";
        };
    }

    private static String measured(String feature, double amount) {
        return switch (feature) {
            case "committee.breadth_30d" ->
                "%s of the account acted in the last 30 days".formatted(count(amount, "person", "people"));
            case "committee.function_diversity" ->
                "the people who act speak for %s".formatted(count(amount, "job function", "job functions"));
            case "committee.families_covered" ->
                "%s of technical, business and executive people are engaged".formatted(number(amount));
            case "committee.completeness" -> "%s of the committee's seats are filled".formatted(percent(amount));
            case "committee.cohesion" ->
                "%s of the engaged people are connected with each other".formatted(percent(amount));
            case "committee.single_point_of_failure" ->
                amount > 0
                        ? "a single person connects us to the decision makers"
                        : "no single person is our only way to the decision makers";
            case "champion.direct_influence" ->
                "the strongest champion accounts for %s of colleagues"
                        .formatted(count(amount, "activation", "activations"));
            case "champion.cascade_influence" ->
                "the strongest champion accounts for %s of colleagues, through others as well"
                        .formatted(count(amount, "activation", "activations"));
            case "champion.lift" -> "the strongest cascade is %s times what chance gives".formatted(number(amount));
            case "champion.lift_p" -> "chance gives a cascade as strong in %s of cases".formatted(percent(amount));
            case "champion.colleagues_in_7d" ->
                "%s followed one action within a week".formatted(count(amount, "colleague", "colleagues"));
            case "champion.median_lag_hours" ->
                "colleagues follow the strongest champion after %s".formatted(count(amount, "hour", "hours"));
            case "champion.channels" ->
                "colleagues are moved through %s".formatted(count(amount, "channel", "channels"));
            case "champion.silence_days" ->
                "the recorded champion has been silent for %s".formatted(count(amount, "day", "days"));
            case "champion.left" ->
                amount > 0 ? "a recorded champion is not there any more" : "the recorded champions are all there";
            case "engagement.days_since_last" ->
                "the last buyer action was %s ago".formatted(count(amount, "day", "days"));
            case "engagement.momentum_7_30" ->
                "buyers act at %s times the month's pace this week".formatted(number(amount));
            case "engagement.bursts" ->
                "buyers were active in %s of time".formatted(count(amount, "stretch", "stretches"));
            case "opportunity.days_in_stage" ->
                "the opportunity has been in its stage longer than %s of its peers".formatted(percent(amount));
            default -> "%s is %s".formatted(subject(feature), number(amount));
        };
    }

    private static String worded(String feature, String word) {
        return switch (feature) {
            case "engagement.state" -> state(word);
            case "champion.kind" -> championKind(word);
            default -> "%s is %s".formatted(subject(feature), words(word));
        };
    }

    private static String championKind(String word) {
        return switch (word) {
            case "EFFECT" -> "somebody moves colleagues more than chance explains";
            case "CLAIMED" -> "a champion is recorded, without effect so far";
            default -> "there is no champion";
        };
    }

    private static String state(String word) {
        return switch (word) {
            case "NEW" -> "engagement is new";
            case "STEADY" -> "engagement is steady";
            case "ACCELERATING" -> "engagement is accelerating";
            case "COOLING" -> "engagement is cooling";
            case "DORMANT" -> "engagement is dormant";
            case "REENGAGED" -> "the account is engaged again after a silence";
            default -> "engagement is %s".formatted(words(word));
        };
    }

    private static String subject(String feature) {
        return switch (feature) {
            case "committee.breadth_30d" -> "how many people act";
            case "committee.function_diversity" -> "how many job functions the engaged people speak for";
            case "committee.families_covered" -> "which families of functions are engaged";
            case "committee.completeness" -> "how many of the committee's seats are filled";
            case "committee.cohesion" -> "how well the engaged people are connected";
            case "committee.single_point_of_failure" -> "whether a single person connects us";
            case "champion.direct_influence" -> "whether anybody moves colleagues";
            case "champion.cascade_influence" -> "whether anybody moves colleagues through others";
            case "champion.lift" -> "how the strongest cascade compares with chance";
            case "champion.lift_p" -> "whether chance explains the strongest cascade";
            case "champion.colleagues_in_7d" -> "whether colleagues follow one action";
            case "champion.median_lag_hours" -> "how fast colleagues follow";
            case "champion.channels" -> "through which channels people are moved";
            case "champion.kind" -> "what kind of champion there is";
            case "champion.silence_days" -> "how long the recorded champion has been silent";
            case "champion.left" -> "whether the recorded champions are there";
            case "engagement.days_since_last" -> "when a buyer last acted";
            case "engagement.momentum_7_30" -> "how this week compares with the month";
            case "engagement.bursts" -> "in how many stretches buyers were active";
            case "engagement.state" -> "the state of engagement";
            case "opportunity.days_in_stage" -> "how long the opportunity has been in its stage among its peers";
            default -> feature;
        };
    }

    private static String deed(EngagementKind kind) {
        return switch (kind) {
            case EMAIL -> "wrote a mail";
            case REPLY -> "replied";
            case FORWARD -> "forwarded a mail";
            case INTRODUCTION -> "made an introduction";
            case CALL -> "took part in a call";
            case MEETING -> "took part in a meeting";
            case WEBINAR -> "attended a webinar";
            case EVENT -> "attended an event";
            case VISIT -> "visited the site";
            case PRICING_VISIT -> "visited the pricing page";
            case DOWNLOAD -> "downloaded content";
            case FORM -> "filled in a form";
            case PRODUCT_USE -> "used the product";
            case CHAT -> "wrote in the chat";
            case TASK -> "did a task";
            case NOTE -> "left a note";
        };
    }

    private static String seat(EvidenceItem.Seat seat, Function<EntityRef, String> names) {
        var role = words(seat.role().name());
        if (seat.holders().isEmpty()) {
            return "The seat of %s is empty.".formatted(role);
        }
        var taken = "The seat of %s is taken by %s".formatted(role, listed(seat.holders(), names));
        int open = seat.required() - seat.holders().size();
        return open > 0 ? "%s; %d more needed.".formatted(taken, open) : taken + ".";
    }

    private static String standing(Seniority seniority, JobFunction function) {
        if (function == JobFunction.UNKNOWN && seniority == Seniority.UNKNOWN) {
            return "whose job is not known";
        }
        var level = seniority == Seniority.UNKNOWN ? "" : level(seniority);
        var field = function == JobFunction.UNKNOWN ? "" : words(function.name());
        return level.isEmpty() || field.isEmpty() ? level + field : "%s in %s".formatted(level, field);
    }

    private static String level(Seniority seniority) {
        return switch (seniority) {
            case CXO -> "C-level";
            case VP -> "VP";
            case OWNER, PARTNER, DIRECTOR, MANAGER, SENIOR, ENTRY, TRAINING, UNPAID, UNKNOWN -> words(seniority.name());
        };
    }

    private static String listed(Collection<? extends EntityKey> keys, Function<EntityRef, String> names) {
        return keys.stream().map(key -> name(key, names)).collect(Collectors.joining(", "));
    }

    private static String name(EntityKey key, Function<EntityRef, String> names) {
        return names.apply(key.ref());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** In the largest unit of which there are at least two, whole ones only. */
    private static String span(Duration lag) {
        if (lag.toMinutes() == 0) {
            return "less than a minute";
        }
        if (lag.toHours() < 2) {
            return count((double) lag.toMinutes(), "minute", "minutes");
        }
        return lag.toDays() < 2
                ? count((double) lag.toHours(), "hour", "hours")
                : count((double) lag.toDays(), "day", "days");
    }

    private static String count(double amount, String one, String many) {
        var number = number(amount);
        return "%s %s".formatted(number, number.equals("1") ? one : many);
    }

    /** At most one decimal, and none that is zero. */
    private static String number(double amount) {
        var rounded = String.format(Locale.ROOT, "%.1f", amount);
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }

    private static String percent(double share) {
        return "%d %%".formatted(Math.round(100 * share));
    }
}
