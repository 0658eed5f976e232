package io.caucus.features.network;

import io.caucus.features.Feature;
import io.caucus.features.network.SharedCompanies.Kind;
import java.util.List;

/** The part of the network family that paths around one account make. */
public final class NetworkFeatures {

    private NetworkFeatures() {}

    public static List<Feature> all(NetworkParameters parameters) {
        return List.of(
                new ChampionMoves(parameters),
                new AlumniOfCustomers(),
                new HierarchyWins(parameters),
                new SharedWins(Kind.INVESTOR),
                new SharedWinsNormalised(Kind.INVESTOR),
                new SharedWins(Kind.PARTNER),
                new SharedWinsNormalised(Kind.PARTNER),
                new Referrals());
    }
}
