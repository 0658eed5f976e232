package io.caucus.features;

import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.committee.CommitteeParameters;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.time.AsOf;

/** What several features of one account read, worked out once: who did what, and how the committee hangs together. */
public final class AccountContext {

    private final Activity activity;
    private final CommitteeMap committee;
    private final Peers peers;

    AccountContext(AccountHistory history, Peers peers, CommitteeParameters parameters) {
        this.activity = Activity.of(history);
        this.committee = CommitteeMap.of(activity, parameters);
        this.peers = peers;
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

    /** What the account is compared with. */
    public Peers peers() {
        return peers;
    }
}
