package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.Citations;
import io.caucus.features.Feature;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureDefinition.Actors;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.graphmodel.Surroundings.Companion;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How alike the account is to those that bought, by investors or by partners.
 *
 * <p><b>Definition.</b> Σ PathSim(a, b) over the accounts b that bought, where PathSim(a, b) = 2 · paths from a to b ÷ (paths from a to
 * itself + paths from b to itself), along account – investor – account. From an account to itself there is one path for each of its
 * investors.
 *
 * <p><b>Source.</b> Y. Sun, J. Han, X. Yan, P. S. Yu, T. Wu, "PathSim: Meta Path-Based Top-K Similarity Search in Heterogeneous
 * Information Networks", PVLDB 4 (2011), definition 4. The sum over all that bought is ours.
 *
 * <p><b>Cost.</b> O(paths). <b>Determinism.</b> Terms are added by investor, then by account.
 */
final class SharedWinsNormalised implements Feature {

    private final SharedCompanies.Kind kind;

    SharedWinsNormalised(SharedCompanies.Kind kind) {
        this.kind = kind;
    }

    @Override
    public FeatureDefinition definition() {
        return new FeatureDefinition(
                kind.feature() + "_normalised",
                kind.title() + ", normalised",
                "Σ 2 ÷ (number of the account's %1$ss + number of the other's) over the ways that %2$s counts (PathSim, summed over the accounts that bought)."
                        .formatted(kind.word(), kind.feature()),
                Unit.WEIGHTED_PATHS,
                Optional.empty(),
                kind.whenMissing(),
                Actors.NOBODY,
                List.of());
    }

    @Override
    public FeatureValue compute(AccountContext account, Citations citations) {
        var shared = SharedCompanies.of(account.history(), kind);
        if (shared.own().isEmpty()) {
            return FeatureValue.missing();
        }
        double sum = 0;
        for (Companion companion : shared.companions()) {
            sum += similarity(shared, companion);
        }
        citations.cite(() -> shared.cite(account, companion -> similarity(shared, companion)));
        return FeatureValue.of(sum);
    }

    private static double similarity(SharedCompanies shared, Companion companion) {
        return 2.0 / (shared.own().size() + companion.degree());
    }

    @Override
    public Map<String, Object> statementParameters(AsOf asOf) {
        return kind.statementParameters();
    }
}
