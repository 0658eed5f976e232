package io.caucus.api.cli;

import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.KeptPeers;
import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Bands;
import io.caucus.scoring.explanation.PastCases;
import io.caucus.scoring.explanation.ScoreDifference;
import io.caucus.scoring.explanation.ScoreStep;
import io.caucus.scoring.explanation.WhatIf;
import io.caucus.scoring.explanation.WhyNot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = {
            "Says why an account scores as it does: each reason in points, and the facts behind it.",
            "Or, with one of --since, --why-not and --what-if: what changed since another day, why it is not in a"
                    + " higher band, what it would be if."
        },
        footerHeading = "%nWhat can be supposed, one or more, each with a --what-if of its own:%n",
        footer = {
            "  lose champion            the only champion, by record or by effect, leaves",
            "  lose PERSON              somebody leaves; PERSON is a name, or a key",
            "  fill ROLE                somebody new takes an empty seat and meets us",
            "  fill ROLE as POSITION    ... who is, for example, a vp finance or in legal",
            "  fill ROLE with PERSON    somebody who works there takes it and meets us",
            "  meet FUNCTION [on DAY]   somebody in finance, legal, security, ... meets us",
            "  meet seat ROLE [on DAY]  who sits there meets us",
            "  meet PERSON [on DAY]     somebody who works there meets us",
            "All of it goes through the real features and the real model.",
            "It is an association, not a promise."
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ACCOUNT",
            description = "Our key of the account, such as world:acct-001 or hubspot:COMP-...")
    private String account = "";

    @ArgGroup
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Question question = new Question();

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    /** At most one of them; none asks why. */
    static final class Question {

        @Option(
                names = "--since",
                paramLabel = "INSTANT",
                converter = Instants.class,
                description = "Splits what changed since then into aged facts, new facts, model and policy.")
        private Optional<Instant> since = Optional.empty();

        @Option(
                names = "--why-not",
                paramLabel = "BAND",
                description = "Says what separates the account from a band: low, medium or high.")
        private Optional<String> whyNot = Optional.empty();

        @Option(
                names = "--what-if",
                paramLabel = "CHANGE",
                description = "Supposes something and scores again; see below.")
        private List<String> whatIf = List.of();
    }

    @Override
    public Integer call() {
        var instant = asOf.orElse(stoppedClock());
        var scorer = ScoringRun.scorer(data.path()).scorer();
        try (var graph = OpenGraph.in(data.path())) {
            var assessments = ScoringRun.assessments(graph.ports(), scorer);
            if (question.since.isPresent()) {
                print(difference(assessments, new AsOf(question.since.get()), instant));
            } else if (question.whyNot.isPresent()) {
                print(whyNot(assessments, graph, question.whyNot.get(), instant));
            } else if (!question.whatIf.isEmpty()) {
                print(whatIf(assessments, instant));
            } else {
                print(why(assessments, instant));
            }
        }
        return ExitCode.DONE;
    }

    /** A demo that runs answers as of its own clock, and so does this. */
    private Optional<Instant> stoppedClock() {
        return Serving.in(data.path()).flatMap(Serving::clock);
    }

    private void print(Explanation explanation) {
        if (output.isJson()) {
            output.json(explanation.document());
        } else {
            explanation.lines().forEach(output::line);
        }
    }

    private Explanation why(AccountAssessments assessments, AsOf instant) {
        var assessment = assessments.assess(new AccountId(account), instant);
        return new WhyAnswer(assessment, new EvidenceSentences(assessments.names(assessment)));
    }

    private Explanation difference(AccountAssessments assessments, AsOf since, AsOf until) {
        if (since.compareTo(until) >= 0) {
            throw new BadInput(
                    "--since %s must be before %s, as of which the score is asked. Give an earlier day, or --as-of a later one."
                            .formatted(since, until));
        }
        var then = assessments.known(new AccountId(account), since);
        var now = assessments.known(new AccountId(account), until);
        var method = assessments.method();
        var difference = ScoreDifference.between(then, method, now, method);
        var items = switch (difference) {
            case ScoreDifference.Split split -> split.steps().values().stream().flatMap(ExplainCommand::evidence);
            case ScoreDifference.Incomparable without -> Stream.<EvidenceItem>empty();
        };
        return new DifferenceAnswer(difference, now.history(), assessments.names(now.history(), items), method);
    }

    private Explanation whyNot(AccountAssessments assessments, OpenGraph graph, String band, AsOf instant) {
        checkBand(assessments.scorer().bands(), band);
        var assessed = assessments.assess(new AccountId(account), instant);
        var peers = new KeptPeers(graph.ports().accountIndex(), assessments.scorer())
                .except(new AccountId(account), instant);
        var answer = WhyNot.of(assessed.features(), assessments.scorer(), band, peers);
        return new WhyNotAnswer(answer, assessed, band, assessments.catalogue());
    }

    private static void checkBand(Bands bands, String band) {
        try {
            bands.named(band);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--why-not %s: %s.".formatted(band, e.getMessage()));
        }
    }

    private Explanation whatIf(AccountAssessments assessments, AsOf instant) {
        var known = assessments.known(new AccountId(account), instant);
        var grammar = new Supposed(known.history());
        var changes = question.whatIf.stream().map(grammar::read).toList();
        var answer = WhatIf.suppose(changes, known, assessments.method(), PastCases.NOT_KNOWN);
        var items = answer.step().stream().flatMap(ExplainCommand::evidence);
        return new WhatIfAnswer(answer, assessments.names(known.history(), items));
    }

    private static Stream<EvidenceItem> evidence(ScoreStep step) {
        return step.shifts().stream().flatMap(shift -> Stream.concat(shift.appeared().stream(), shift.gone().stream()));
    }
}
