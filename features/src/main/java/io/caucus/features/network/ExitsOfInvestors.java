package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.network.InvestorExits.Weighed;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.time.AsOf;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many other companies those who invested in an account have seen through to an exit. */
final class ExitsOfInvestors implements Feature {

    /** What is made of an investor's exits, and of all investors together. */
    enum Form {
        TOTAL("network.investor_exits", "Exits of investors"),
        DECAYED("network.investor_exits_decayed", "Exits of investors, fading"),
        MOST("network.investor_exits_most", "Exits of the investor with most"),
        RATES("network.investor_exit_rates", "Exit rates of investors");

        private final String feature;
        private final String title;

        Form(String feature, String title) {
            this.feature = feature;
            this.title = title;
        }
    }

    private final ExitParameters parameters;
    private final Form form;

    ExitsOfInvestors(NetworkParameters parameters, Form form) {
        this.parameters = parameters.exits();
        this.form = form;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                form.feature,
                form.title,
                "ln(1 + %s), as of the beginning of the day, UTC. An exit is another account that, for the first time and after they had invested there, went public or was bought."
                        .formatted(what()),
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                "Nobody is known to have invested in the account; 0 if %s."
                        .formatted(form == Form.RATES ? "no investor had an exit" : "nobody of them had an exit"),
                Actors.NOBODY,
                switch (form) {
                    case TOTAL, MOST -> List.of();
                    case DECAYED, RATES -> List.of("exits");
                });
    }

    private String what() {
        return switch (form) {
            case TOTAL -> "Σ exits over everybody who ever invested in the account";
            case DECAYED ->
                "Σ 0.5^(years since ÷ %.0f) over the exits of everybody who ever invested in the account"
                        .formatted(parameters.halfLife().duration().toDays() / 365.0);
            case MOST -> "the most exits of one who ever invested in the account";
            case RATES ->
                "Σ (exits + %1$.0f · m) ÷ (accounts invested in + %1$.0f) over everybody who ever invested in the account, m the exits of all investors ÷ the accounts of all"
                        .formatted(parameters.priorAccounts());
        };
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var network = account.network();
        var own = account.history().account().id();
        if (!network.investors().hasInvestors(own)) {
            return FeatureValue.missing();
        }
        var weighed = network.exits()
                .of(own, network.investors().of(own), (exits, accounts) -> worth(network, exits, accounts));
        double most = weighed.getFirst().worth();
        citations.cite(() -> weighed.stream()
                .filter(each -> each.worth() > 0 && (form != Form.MOST || each.worth() == most))
                .map(Weighed::investor)
                .toList());
        return FeatureValue.of(Math.log1p(form == Form.MOST ? most : sum(weighed)));
    }

    private double worth(Network network, List<Exit> exits, int accounts) {
        return switch (form) {
            case TOTAL, MOST -> exits.size();
            case DECAYED ->
                exits.stream().mapToDouble(exit -> faded(exit, network.asOf())).sum();
            case RATES ->
                (exits.size() + parameters.priorAccounts() * network.exits().meanRate())
                        / (accounts + parameters.priorAccounts());
        };
    }

    private double faded(Exit exit, AsOf asOf) {
        return parameters.halfLife().weightAfter(Duration.between(exit.at(), asOf.instant()));
    }

    private static double sum(List<Weighed> weighed) {
        double sum = 0;
        for (Weighed each : weighed) {
            sum += each.worth();
        }
        return sum;
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        var given = new TreeMap<String, Object>(
                Map.of("asOf", Network.instant(asOf).instant().atZone(ZoneOffset.UTC)));
        switch (form) {
            case TOTAL, MOST -> {}
            case DECAYED ->
                given.put("exitHalfLifeMillis", parameters.halfLife().duration().toMillis());
            case RATES -> given.put("priorAccounts", parameters.priorAccounts());
        }
        return given;
    }
}
