package io.caucus.api.assessment;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.network.Network;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.time.AsOf;

/**
 * What is gathered of all accounts to assess any of them.
 *
 * @param peers what an account is compared with
 * @param network where accounts stand in the graph of all of them
 */
public record Others(Peers peers, Network network) {

    /** Gathers them anew. */
    public static Others read(AccountGraph graph, FeatureCatalogue catalogue, AsOf asOf) {
        return new Others(peers(graph, catalogue, asOf), catalogue.network(graph.market(Network.instant(asOf))));
    }

    static Peers peers(AccountGraph graph, FeatureCatalogue catalogue, AsOf asOf) {
        return graph.peers(asOf, catalogue.parameters().product().window());
    }
}
