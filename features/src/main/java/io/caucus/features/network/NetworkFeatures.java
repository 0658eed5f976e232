package io.caucus.features.network;

import io.caucus.features.Feature;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.features.network.ExitsOfInvestors.Form;
import io.caucus.features.network.InvestorCentrality.Measure;
import io.caucus.features.network.InvestorCentrality.Span;
import io.caucus.features.network.SharedCompanies.Kind;
import java.util.List;

/** What other accounts tell of one: by paths around it, and by its place among all of them. */
public final class NetworkFeatures {

    private NetworkFeatures() {}

    public static List<Feature> all(NetworkParameters parameters, CommitteeParameters committee) {
        return List.of(
                new ChampionMoves(parameters),
                new AlumniOfCustomers(),
                new HierarchyWins(parameters),
                new SharedWins(Kind.INVESTOR),
                new SharedWinsNormalised(Kind.INVESTOR),
                new SharedWins(Kind.PARTNER),
                new SharedWinsNormalised(Kind.PARTNER),
                new Referrals(),
                new ReferralsNormalised(),
                new RankFromWins(parameters, RankFromWins.Form.RAW),
                new RankFromWins(parameters, RankFromWins.Form.PER_DEGREE),
                new SimilarWinRate(parameters),
                new CentralInvestors(parameters, Span.ALL_TIME, Measure.DEGREE),
                new CentralInvestors(parameters, Span.RECENT, Measure.DEGREE),
                new CentralInvestors(parameters, Span.ALL_TIME, Measure.EIGENVECTOR),
                new CentralInvestors(parameters, Span.RECENT, Measure.EIGENVECTOR),
                new ExitsOfInvestors(parameters, Form.TOTAL),
                new ExitsOfInvestors(parameters, Form.DECAYED),
                new ExitsOfInvestors(parameters, Form.MOST),
                new ExitsOfInvestors(parameters, Form.RATES),
                new WarmestPath(parameters, committee));
    }
}
