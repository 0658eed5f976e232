package io.caucus.features;

import io.caucus.features.activity.Activity;
import io.caucus.features.activity.Conversation;
import io.caucus.features.activity.Interest;
import io.caucus.features.champion.Champions;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.network.Network;
import io.caucus.features.network.PastBuyers;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.time.AsOf;
import java.util.List;

/** What several features of one account read, worked out once: who did what, how the committee hangs together, who moves whom. */
public final class AccountContext {

    private final Activity activity;
    private final CommitteeMap committee;
    private final Champions champions;
    private final Peers peers;
    private final Network network;
    private final PastBuyers pastBuyers;
    private final List<Conversation> conversations;
    private final List<Interest> interests;

    AccountContext(AccountHistory history, Peers peers, Network network, Parameters parameters) {
        this.activity = Activity.of(history);
        this.committee = CommitteeMap.of(activity, parameters.committee());
        this.champions = new Champions(activity, parameters.champion());
        this.peers = peers;
        this.network = network;
        this.pastBuyers = PastBuyers.of(activity, parameters.network());
        this.conversations = Conversation.allOf(activity);
        this.interests = Interest.allOf(activity);
    }

    public AccountHistory history() {
        return activity.history();
    }

    public AsOf asOf() {
        return history().asOf();
    }

    public Activity activity() {
        return activity;
    }

    public CommitteeMap committee() {
        return committee;
    }

    public Champions champions() {
        return champions;
    }

    /** Whatever was said and read, oldest first. */
    public List<Conversation> conversations() {
        return conversations;
    }

    /** What the buyers' actions concerned, oldest first. */
    public List<Interest> interests() {
        return interests;
    }

    /** People here who bought elsewhere. */
    public PastBuyers pastBuyers() {
        return pastBuyers;
    }

    /** What the account is compared with. */
    public Peers peers() {
        return peers;
    }

    /** What the graph of all accounts says of each. */
    public Network network() {
        return network;
    }
}
