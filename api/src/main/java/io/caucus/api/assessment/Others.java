package io.caucus.api.assessment;

import io.caucus.features.network.Network;
import io.caucus.graphmodel.Peers;

/**
 * What is gathered of all accounts to assess any of them.
 *
 * @param peers what an account is compared with
 * @param network where accounts stand in the graph of all of them
 */
public record Others(Peers peers, Network network) {}
