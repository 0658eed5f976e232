package io.caucus.cypher;

import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Investment;
import io.caucus.graphmodel.Loss;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Referral;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.time.AsOf;
import org.neo4j.driver.Record;

/** Rows of {@code market/of-records.cypher} as the graph of all accounts. */
final class MarketOfRows {

    /** What a row tells; the statement's column {@code kind}. */
    private enum Kind {
        LINK,
        INVESTMENT,
        EXIT,
        REFERRAL,
        WON,
        LOST
    }

    private final Market.Gathering gathering;

    MarketOfRows(AsOf asOf) {
        this.gathering = new Market.Gathering(asOf);
    }

    void add(Record row) {
        var account = new AccountId(row.get("accountId").asString());
        var key = row.get("key").asString();
        switch (Kind.valueOf(row.get("kind").asString())) {
            case LINK -> gathering.link(account.ref(), entity(row));
            case INVESTMENT -> gathering.add(new Investment(entity(row), account, Clocks.instant(row.get("at"))));
            case EXIT -> gathering.add(new Exit(account, Clocks.instant(row.get("at"))));
            case REFERRAL -> gathering.add(new Referral(entity(row), account));
            case WON -> gathering.add(new Win(account, new OpportunityId(key), Clocks.instant(row.get("at"))));
            case LOST -> gathering.add(new Loss(account, new OpportunityId(key)));
        }
    }

    private static EntityRef entity(Record row) {
        return EvidenceKeys.reference(
                row.get("label").asString(), row.get("key").asString());
    }

    Market market() {
        return gathering.market();
    }
}
