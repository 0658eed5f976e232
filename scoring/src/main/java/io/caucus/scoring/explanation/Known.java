package io.caucus.scoring.explanation;

import io.caucus.features.network.Network;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;

/**
 * All that is known as of an instant: of one account, and of all the others as far as its features look at them.
 *
 * @param history of the account
 * @param peers what it is compared with
 * @param network the graph of all accounts, as of an instant that is not later than the history's
 */
public record Known(AccountHistory history, Peers peers, Network network) {

    /** The account alone. */
    public static Known alone(AccountHistory history) {
        return new Known(history, Peers.NONE, Network.NONE);
    }

    Known with(AccountHistory other) {
        return new Known(other, peers, network);
    }
}
