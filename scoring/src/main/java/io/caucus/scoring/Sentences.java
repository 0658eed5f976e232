package io.caucus.scoring;

import io.caucus.features.EvidenceItem;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Exclusion;
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
            case FeatureValue.Missing missing -> missing(contribution);
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

    /** By rules a gap moves nothing; a learned model may have found that it goes with something. */
    private static String missing(Contribution contribution) {
        var subject = subject(contribution.feature());
        return contribution.direction() == Contribution.Direction.NEUTRAL
                ? "%s is not known, so it moves the chance neither way".formatted(subject)
                : "%s is not known, %s".formatted(subject, association(contribution.direction()));
    }

    /** One sentence with its full stop, of the step that no feature took. */
    public static String of(CalibrationStep step) {
        return String.format(
                Locale.ROOT,
                "Calibration makes %.1f %% of the model's %.1f %%, by what became of accounts told about the same.",
                100 * (step.uncalibrated() + step.points()),
                100 * step.uncalibrated());
    }

    /** What a value says, without what it is associated with: "4 people of the account acted in the last 30 days". */
    public static String stated(String feature, FeatureValue value) {
        return switch (value) {
            case FeatureValue.Missing missing -> "%s is not known".formatted(subject(feature));
            case FeatureValue.Quantity quantity -> measured(feature, quantity.amount());
            case FeatureValue.Category category -> worded(feature, category.name());
        };
    }

    /** A value by itself, in its unit: "4", "40 %", "3 days", "yes", "cooling", "not known". */
    public static String of(FeatureValue value, FeatureDefinition.Unit unit) {
        return switch (value) {
            case FeatureValue.Missing missing -> "not known";
            case FeatureValue.Quantity quantity -> inUnit(quantity.amount(), unit);
            case FeatureValue.Category category -> words(category.name());
        };
    }

    private static String inUnit(double amount, FeatureDefinition.Unit unit) {
        return switch (unit) {
            case RATIO, PERCENTILE, CHANCE -> percent(amount);
            case DAYS -> count(amount, "day", "days");
            case HOURS -> count(amount, "hour", "hours");
            case FLAG -> amount > 0 ? "yes" : "no";
            case PEOPLE, COUNT, RATE_RATIO, WEIGHTED_ACTIONS, WEIGHTED_PATHS, EFFECTIVE_NUMBER, CREDIT, CATEGORY ->
                number(amount);
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
            case EvidenceItem.LiveSeat seat -> liveSeat(seat, names);
            case EvidenceItem.Connection connection ->
                "%s is tied to others by %s."
                        .formatted(
                                name(connection.person(), names),
                                count(connection.engagements().size(), "engagement", "engagements"));
            case EvidenceItem.SharedTie tie ->
                "%s and %s took part in %s together."
                        .formatted(
                                name(tie.one(), names),
                                name(tie.other(), names),
                                count(tie.engagements().size(), "engagement", "engagements"));
            case EvidenceItem.PathToSeat path -> warmPath(path, names);
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
            case EvidenceItem.Explored explored ->
                "%s looked at %s on %s."
                        .formatted(name(explored.person(), names), called(explored), day(explored.at()));
            case EvidenceItem.Said said -> "On %s %s.".formatted(day(said.at()), saying(said.signal()));
            case EvidenceItem.NotSaid silent ->
                "Nothing of the kind was heard in the %s of %s.".formatted(noun(silent.kind()), day(silent.at()));
            case EvidenceItem.Answer answer ->
                "%s answered us after %s, on %s."
                        .formatted(name(answer.person(), names), span(answer.latency()), day(answer.at()));
            case EvidenceItem.OurAction ours ->
                "We got in touch by %s on %s.".formatted(noun(ours.kind()), day(ours.at()));
            case EvidenceItem.NotCounted left ->
                "One %s of %s does not count: %s.".formatted(noun(left.kind()), day(left.at()), why(left.reason()));
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
            case EvidenceItem.Referred referred ->
                "%s referred us to %s on %s."
                        .formatted(names.apply(referred.by()), names.apply(referred.what()), day(referred.at()));
            case EvidenceItem.PathToWin path -> path(path, names);
            case EvidenceItem.CentralInvestor investor ->
                "%s invested together with %s."
                        .formatted(names.apply(investor.investor()), count(investor.togetherWith(), "other", "others"));
            case EvidenceItem.InvestorRecord investor -> exits(investor, names);
            case EvidenceItem.SimilarAccount similar ->
                "%s, alike to %s, %s."
                        .formatted(
                                name(similar.account(), names),
                                percent(similar.likeness()),
                                similar.bought() ? "bought" : "decided against buying");
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
            case "committee.breadth_trend" -> trend(amount);
            case "committee.live_completeness" ->
                "%s of the committee's seats are filled by people who are active".formatted(percent(amount));
            case "committee.missing_seats" ->
                "nobody active likely sits on %s".formatted(count(amount, "required seat", "required seats"));
            case "committee.coordination_lift" ->
                "colleagues act on the same day %s times as often as chance explains".formatted(number(amount));
            case "committee.coordination_p" ->
                "with a chance of %s colleagues would act on the same days so often by accident"
                        .formatted(percent(amount));
            case "committee.thread_redundancy" ->
                amount > 0
                        ? "losing %s would cut us off from the decision makers"
                                .formatted(count(amount, "person", "people"))
                        : "nobody connects us to the decision makers";
            case "committee.betweenness_centralization" ->
                "ties between colleagues go through one person to %s".formatted(percent(amount));
            case "committee.seller_coverage" ->
                "%s of ours have two-way ties".formatted(count(amount, "person", "people"));
            case "committee.stage_confidence" ->
                "the stage of the committee rests on %s of what one would want to know".formatted(percent(amount));
            case "committee.conflict" ->
                amount > 0 ? "open resistance weighs %s".formatted(number(amount)) : "nobody is known to resist";
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
            case "engagement.days_since_first" ->
                "the first buyer action was %s ago".formatted(count(amount, "day", "days"));
            case "engagement.intensity_3d" -> "buyers' actions of these days add up to %s".formatted(number(amount));
            case "engagement.intensity_14d" -> "buyers' actions of these weeks add up to %s".formatted(number(amount));
            case "engagement.intensity_60d" -> "buyers' actions of this season add up to %s".formatted(number(amount));
            case "engagement.acceleration_p" ->
                "chance alone would make the last days so busy in %s of cases"
                        .formatted(amount < 0.01 ? "less than 1 %" : percent(amount));
            case "engagement.mean_gap_days" ->
                "buyers stay away for %s between two stretches".formatted(count(amount, "day", "days"));
            case "engagement.channels_14d" ->
                "buyers used %s in their busiest two weeks".formatted(count(amount, "channel", "channels"));
            case "engagement.research_depth" ->
                "buyers looked into %s of ours".formatted(count(amount, "area", "areas"));
            case "engagement.return_48h" ->
                "buyers came back within two days %s".formatted(count(amount, "time", "times"));
            case "engagement.technical_share" ->
                "%s of the content that buyers looked at is technical".formatted(percent(amount));
            case "engagement.pricing_and_proof" ->
                amount > 0
                        ? "buyers looked at prices and at what other customers say"
                        : "buyers did not look at prices and proof together";
            case "engagement.reply_latency_hours" ->
                "buyers usually answer within %s".formatted(count(amount, "hour", "hours"));
            case "engagement.forwards_30d" ->
                "buyers passed something on to colleagues %s".formatted(count(amount, "time", "times"));
            case "engagement.hand_raise" -> amount > 0 ? "buyers asked for us" : "buyers did not ask for us";
            case "engagement.excluded_30d" ->
                "%s of the last 30 days %s not count"
                        .formatted(
                                count(amount, "engagement", "engagements"),
                                number(amount).equals("1") ? "does" : "do");
            case "negative.unsubscribes_90d" ->
                "buyers asked not to be written to %s".formatted(count(amount, "time", "times"));
            case "negative.said_not_a_fit" ->
                amount > 0 ? "buyers said that it does not fit" : "nobody said that it does not fit";
            case "negative.chose_competitor" ->
                amount > 0 ? "buyers said that they chose somebody else" : "nobody said that they chose somebody else";
            case "negative.ghosted_after_pricing" ->
                amount > 0
                        ? "buyers have been silent since prices were talked about"
                        : "buyers are not silent after a talk about prices";
            case "negative.dark_after_first_touch" ->
                amount > 0
                        ? "buyers have been silent since we first got in touch"
                        : "buyers went on acting after we first got in touch";
            case "negative.unexplained_quiet" ->
                amount > 0 ? "the account has hardly ever been so quiet" : "the account is no quieter than usual";
            case "negative.objection_open" ->
                "%s open"
                        .formatted(
                                number(amount).equals("1")
                                        ? "1 kind of objection is"
                                        : number(amount) + " kinds of objection are");
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
            case "network.champion_moves" ->
                amount > 0
                        ? "people who bought elsewhere moved here, which counts %s".formatted(number(amount))
                        : "nobody here is known to have bought elsewhere";
            case "network.alumni_of_customers" ->
                "%s here worked at a customer".formatted(count(amount, "person", "people"));
            case "network.hierarchy_wins" -> "wins at companies of the same group count %s".formatted(number(amount));
            case "network.referrals_normalised" ->
                "referrals, each by how rarely one is made, add up to %s".formatted(number(amount));
            case "network.ppr_from_wins" ->
                "a walk from those that bought comes by %s × as often as on average"
                        .formatted(number(Math.expm1(amount)));
            case "network.ppr_from_wins_per_degree" ->
                "a walk from those that bought comes by %s × as often as on average through each link"
                        .formatted(number(Math.expm1(amount)));
            case "network.similar_win_rate" ->
                "accounts with the same surroundings bought in %s of cases".formatted(percent(amount));
            case "network.warm_path" ->
                amount > 0
                        ? "the warmest path to an empty seat has a warmth of %s".formatted(percent(amount))
                        : "no path leads to an empty seat";
            case "network.investor_centrality_degree" ->
                "its investors invested together with %s".formatted(count(Math.expm1(amount), "other", "others"));
            case "network.investor_centrality_degree_recent" ->
                "its investors lately invested together with %s"
                        .formatted(count(Math.expm1(amount), "other", "others"));
            case "network.investor_centrality_eigenvector" ->
                "its investors are as central as %s".formatted(count(Math.expm1(amount), "usual one", "usual ones"));
            case "network.investor_centrality_eigenvector_recent" ->
                "its investors are lately as central as %s"
                        .formatted(count(Math.expm1(amount), "usual one", "usual ones"));
            case "network.investor_exits" ->
                "its investors saw %s go public or be bought"
                        .formatted(count(Math.rint(Math.expm1(amount)), "other company", "other companies"));
            case "network.investor_exits_decayed" ->
                "companies of its investors that went public or were bought, the recent ones most, add up to %s"
                        .formatted(number(Math.expm1(amount)));
            case "network.investor_exits_most" ->
                "one of its investors saw %s go public or be bought"
                        .formatted(count(Math.rint(Math.expm1(amount)), "other company", "other companies"));
            case "network.investor_exit_rates" ->
                "the shares of companies that its investors saw go public or be bought add up to %s"
                        .formatted(number(Math.expm1(amount)));
            case "network.referrals" ->
                "%s referred us".formatted(count(Math.rint(Math.expm1(amount)), "other", "others"));
            case "network.shared_investor_wins" -> ways(amount, "investors");
            case "network.partner_wins" -> ways(amount, "partners");
            case "network.shared_investor_wins_normalised" ->
                "likeness to accounts that bought, by investors, adds up to %s".formatted(number(amount));
            case "network.partner_wins_normalised" ->
                "likeness to accounts that bought, by partners, adds up to %s".formatted(number(amount));
            default -> "%s is %s".formatted(subject(feature), number(amount));
        };
    }

    /** The amount is the logarithm of their number, one added. */
    private static String ways(double amount, String companies) {
        return "%s lead through %s to others that bought"
                .formatted(count(Math.rint(Math.expm1(amount)), "way", "ways"), companies);
    }

    private static String trend(double more) {
        if (more == 0) {
            return "as many people acted lately as a month before";
        }
        var people = count(Math.abs(more), "person", "people");
        return more > 0
                ? "%s more acted lately than a month before".formatted(people)
                : "%s fewer acted lately than a month before".formatted(people);
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
            case "PAST" -> "somebody who bought elsewhere works here now";
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
            case "committee.breadth_trend" -> "whether more people act than before";
            case "committee.live_completeness" -> "how many of the committee's seats active people fill";
            case "committee.missing_seats" -> "which seats of the committee are missing";
            case "committee.coordination_lift" -> "whether colleagues act on the same days";
            case "committee.coordination_p" -> "whether colleagues act on the same days by chance";
            case "committee.thread_redundancy" -> "how many people connect us to the decision makers";
            case "committee.betweenness_centralization" -> "whether one person stands between colleagues";
            case "committee.seller_coverage" -> "how many of ours have two-way ties";
            case "committee.stage" -> "the stage of the committee";
            case "committee.stage_confidence" -> "how far the stage of the committee can be trusted";
            case "committee.conflict" -> "whether anybody resists";
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
            case "engagement.days_since_first" -> "when a buyer first acted";
            case "engagement.intensity_3d" -> "how much buyers did these days";
            case "engagement.intensity_14d" -> "how much buyers did these weeks";
            case "engagement.intensity_60d" -> "how much buyers did this season";
            case "engagement.acceleration_p" -> "whether the last days were busier than chance explains";
            case "engagement.mean_gap_days" -> "how long buyers stay away";
            case "engagement.channels_14d" -> "in how many ways buyers act";
            case "engagement.research_depth" -> "into how many areas buyers look";
            case "engagement.return_48h" -> "whether buyers come back soon";
            case "engagement.technical_share" -> "how technical the content is that buyers look at";
            case "engagement.pricing_and_proof" -> "whether buyers look at prices and proof";
            case "engagement.reply_latency_hours" -> "how soon buyers answer";
            case "engagement.forwards_30d" -> "whether buyers pass things on to colleagues";
            case "engagement.hand_raise" -> "whether buyers asked for us";
            case "engagement.excluded_30d" -> "how much was recorded that does not count";
            case "negative.unsubscribes_90d" -> "whether buyers want to be left alone";
            case "negative.said_not_a_fit" -> "whether buyers said that it does not fit";
            case "negative.chose_competitor" -> "whether buyers chose somebody else";
            case "negative.ghosted_after_pricing" -> "whether buyers fell silent after a talk about prices";
            case "negative.dark_after_first_touch" -> "whether buyers fell silent once we got in touch";
            case "negative.unexplained_quiet" -> "whether the account is unusually quiet";
            case "negative.objection_open" -> "whether objections are open";
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
            case "network.champion_moves" -> "whether people who bought elsewhere moved here";
            case "network.alumni_of_customers" -> "how many people worked at a customer";
            case "network.hierarchy_wins" -> "whether companies of the same group bought";
            case "network.referrals" -> "how many referred us";
            case "network.referrals_normalised" -> "how many referred us who do not refer us everywhere";
            case "network.ppr_from_wins" -> "how near it is to those that bought";
            case "network.ppr_from_wins_per_degree" -> "how near it is to those that bought, per link";
            case "network.similar_win_rate" -> "how often similar accounts bought";
            case "network.warm_path" -> "how well those we know could introduce us to an empty seat";
            case "network.investor_centrality_degree" -> "how many others its investors invest with";
            case "network.investor_centrality_degree_recent" -> "how many others its investors invest with of late";
            case "network.investor_centrality_eigenvector" -> "how central its investors are";
            case "network.investor_centrality_eigenvector_recent" -> "how central its investors are of late";
            case "network.investor_exits" -> "how many companies its investors saw go public or be bought";
            case "network.investor_exits_decayed" ->
                "how many companies its investors saw go public or be bought of late";
            case "network.investor_exits_most" -> "how many companies one of its investors saw go public or be bought";
            case "network.investor_exit_rates" -> "what share of companies its investors saw go public or be bought";
            case "network.shared_investor_wins" -> "whether others with the same investors bought";
            case "network.partner_wins" -> "whether others with the same partners bought";
            case "network.shared_investor_wins_normalised" -> "how alike those are that bought, by investors";
            case "network.partner_wins_normalised" -> "how alike those are that bought, by partners";
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

    private static String noun(EngagementKind kind) {
        return switch (kind) {
            case EMAIL -> "mail";
            case FORWARD -> "forwarded mail";
            case PRICING_VISIT -> "visit to the pricing page";
            case FORM -> "form";
            case PRODUCT_USE -> "use of the product";
            case REPLY, INTRODUCTION, CALL, MEETING, WEBINAR, EVENT, VISIT, DOWNLOAD, CHAT, TASK, NOTE ->
                words(kind.name());
        };
    }

    private static String called(EvidenceItem.Explored explored) {
        var kind = words(explored.thing().label().inCypher());
        return explored.name().isEmpty()
                ? "a %s without a name".formatted(kind)
                : "the %s \"%s\"".formatted(kind, explored.name());
    }

    /** As the buyer's side said it; who of them did is not known of a call that we logged. */
    private static String saying(ConversationSignal signal) {
        return switch (signal) {
            case ASKS_PRICE -> "they asked the price";
            case ASKS_TIMELINE -> "they asked how long it takes";
            case NAMES_COMPETITOR -> "they named a competitor";
            case EVALUATES_VENDORS -> "they said that they compare vendors";
            case ASKS_TO_LOOP_IN -> "they brought in a colleague";
            case OBJECTION_BUDGET -> "they objected that it costs too much";
            case OBJECTION_TIMING -> "they objected that it is not the time";
            case OBJECTION_CAPABILITY -> "they objected that something is missing";
            case OBJECTION_SECURITY -> "they objected for security or law";
            case CHOSE_COMPETITOR -> "they said that they went with another vendor";
            case NOT_A_FIT -> "they said that it does not fit";
            case UNSUBSCRIBE -> "they asked not to be written to";
            case CONNECTION_ACCEPTED -> "they accepted a connection";
            case MEETING_BOOKED -> "they agreed to a meeting";
            case QUALIFICATION -> "they told how they decide";
            case POSITIVE_REPLY -> "they said that they are interested";
            case NEGATIVE_REPLY -> "they said that they are not interested";
        };
    }

    private static String why(Exclusion reason) {
        return switch (reason) {
            case BULK_MAIL -> "it is bulk mail";
            case AUTO_REPLY -> "a machine answered";
            case BOT_OPEN -> "a machine opened it";
            case TOO_MANY_RECIPIENTS -> "too many people were addressed";
            case NOT_HELD -> "it was not held";
        };
    }

    private static String path(EvidenceItem.PathToWin path, Function<EntityRef, String> names) {
        var win = "%s was won at %s on %s"
                .formatted(
                        name(path.win().opportunity(), names),
                        name(path.win().account(), names),
                        day(path.win().at()));
        return path.through().isEmpty()
                ? win + "."
                : "%s, by way of %s."
                        .formatted(win, path.through().stream().map(names).collect(Collectors.joining(", ")));
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

    private static String liveSeat(EvidenceItem.LiveSeat seat, Function<EntityRef, String> names) {
        var role = words(seat.role().name());
        return seat.people().isEmpty()
                ? "The seat of %s is filled to %s by people who are active.".formatted(role, percent(seat.live()))
                : "The seat of %s is filled to %s, likely by %s."
                        .formatted(role, percent(seat.live()), listed(seat.people(), names));
    }

    private static String warmPath(EvidenceItem.PathToSeat path, Function<EntityRef, String> names) {
        var through = path.people().subList(1, path.people().size() - 1);
        return "%s reaches %s, who likely holds the empty seat of %s, %s (warmth %s)."
                .formatted(
                        name(path.people().getFirst(), names),
                        name(path.people().getLast(), names),
                        words(path.seat().name()),
                        through.isEmpty() ? "directly" : "through " + listed(through, names),
                        percent(path.warmth()));
    }

    private static String exits(EvidenceItem.InvestorRecord investor, Function<EntityRef, String> names) {
        return "%s invested in %s and saw %s go public or be bought%s."
                .formatted(
                        names.apply(investor.investor()),
                        count(investor.accounts(), "company", "companies"),
                        investor.exits() == 0 ? "none" : Integer.toString(investor.exits()),
                        investor.last()
                                .map(exit -> ", last %s on %s".formatted(name(exit.account(), names), day(exit.at())))
                                .orElse(""));
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
