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
            case EvidenceItem.StageMoved move ->
                "%s went from stage %s to %s on %s."
                        .formatted(name(move.opportunity(), names), move.from(), move.to(), day(move.at()));
            case EvidenceItem.ValueChanged change ->
                "The %s of %s went from %s to %s on %s."
                        .formatted(
                                words(change.field().name()),
                                name(change.opportunity(), names),
                                change.before(),
                                change.after(),
                                day(change.at()));
            case EvidenceItem.SeatCount count ->
                "%s of %s of %s were in use on %s."
                        .formatted(
                                number(count.active()),
                                count(count.bought(), "seat", "seats"),
                                names.apply(count.product()),
                                day(count.at()));
            case EvidenceItem.ProductUsed use ->
                "%s was used on %s.".formatted(names.apply(use.product()), day(use.at()));
            case EvidenceItem.SupportRequest request -> request(request);
            case EvidenceItem.AttributeTold told ->
                "The %s of %s is known since %s."
                        .formatted(words(told.field().name()), names.apply(told.entity()), day(told.at()));
            case EvidenceItem.AccountRecord record -> "Record %s tells of the account.".formatted(record.record());
            case EvidenceItem.OpportunityCreated created ->
                "%s was created on %s.".formatted(name(created.opportunity(), names), day(created.at()));
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
            case "engagement.days_since_last" ->
                "the last buyer action was %s ago".formatted(count(amount, "day", "days"));
            case "engagement.momentum_7_30" ->
                "buyers act at %s times the month's pace this week".formatted(number(amount));
            case "engagement.bursts" ->
                "buyers were active in %s of time".formatted(count(amount, "stretch", "stretches"));
            case "opportunity.days_in_stage" ->
                "the opportunity has been in its stage longer than %s of its peers".formatted(percent(amount));
            case "opportunity.pushes" ->
                "close dates of open opportunities were moved out %s".formatted(count(amount, "time", "times"));
            case "opportunity.stage_regressions" ->
                "open opportunities went back a stage %s".formatted(count(amount, "time", "times"));
            case "opportunity.moved_without_buyer" ->
                "open opportunities advanced %s without the buyer".formatted(count(amount, "time", "times"));
            case "opportunity.amount_change" ->
                "open opportunities are worth %s of what they were said to be at first".formatted(percent(amount));
            case "opportunity.next_step_set_by_buyer" ->
                amount > 0 ? "the buyer set a next step" : "no buyer set a next step";
            case "product.activation" -> "the share of seats in use is %s times the usual".formatted(number(amount));
            case "product.active_seats_trend" ->
                "seats in use grew %s times as much as usual".formatted(number(amount));
            case "product.feature_adoption" ->
                "the account uses %s times as many products as is usual".formatted(number(amount));
            case "support.open_tickets" ->
                "%s for support %s open"
                        .formatted(
                                count(amount, "request", "requests"),
                                number(amount).equals("1") ? "is" : "are");
            case "support.first_response_hours" ->
                "requests for support are first answered after %s".formatted(count(amount, "hour", "hours"));
            case "support.escalations_30d" ->
                "support was asked for urgently %s in the last 30 days".formatted(count(amount, "time", "times"));
            case "record.completeness" -> "%s of the record is filled in".formatted(percent(amount));
            case "record.staleness_days" ->
                "the record was last told anything new %s ago".formatted(count(amount, "day", "days"));
            case "record.source_count" -> "%s told of the account".formatted(count(amount, "source", "sources"));
            case "record.merged_from" ->
                "%s merged into the account".formatted(count(amount, "record was", "records were"));
            case "opportunity.age_quarters" ->
                "the oldest open opportunity has seen %s of a quarter".formatted(count(amount, "end", "ends"));
            default -> "%s is %s".formatted(subject(feature), number(amount));
        };
    }

    private static String worded(String feature, String word) {
        if (!feature.equals("engagement.state")) {
            return "%s is %s".formatted(subject(feature), words(word));
        }
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
            case "engagement.days_since_last" -> "when a buyer last acted";
            case "engagement.momentum_7_30" -> "how this week compares with the month";
            case "engagement.bursts" -> "in how many stretches buyers were active";
            case "engagement.state" -> "the state of engagement";
            case "opportunity.days_in_stage" -> "how long the opportunity has been in its stage among its peers";
            case "opportunity.pushes" -> "how often close dates were moved out";
            case "opportunity.stage_regressions" -> "how often opportunities went back a stage";
            case "opportunity.moved_without_buyer" -> "how often opportunities advanced without the buyer";
            case "opportunity.amount_change" -> "how the amounts of opportunities changed";
            case "opportunity.next_step_set_by_buyer" -> "whether the buyer set a next step";
            case "product.activation" -> "how many of the seats bought are in use";
            case "product.active_seats_trend" -> "whether more seats come into use";
            case "product.feature_adoption" -> "how many of our products are in use";
            case "support.open_tickets" -> "how many requests for support are open";
            case "support.first_response_hours" -> "how fast requests for support are answered";
            case "support.escalations_30d" -> "how often support was asked for urgently";
            case "record.completeness" -> "how much of the record is filled in";
            case "record.staleness_days" -> "how old the record is";
            case "record.source_count" -> "how many sources told of the account";
            case "record.merged_from" -> "how many records were merged into the account";
            case "opportunity.age_quarters" -> "how old the oldest open opportunity is";
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

    private static String request(EvidenceItem.SupportRequest request) {
        var opened = "%s for support was opened on %s"
                .formatted(
                        request.priority()
                                .map("A request of priority %s"::formatted)
                                .orElse("A request"),
                        day(request.at()));
        return request.answeredAfter()
                .map(wait -> "%s and first answered after %s.".formatted(opened, span(wait)))
                .orElse(opened + ".");
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
