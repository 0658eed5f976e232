package io.caucus.bench;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Investment;
import io.caucus.graphmodel.Loss;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Referral;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Ownership;

/** Who has to do with whom, gathered account by account. */
final class GatheredMarket {

    private final Market.Gathering gathering;

    GatheredMarket(AsOf asOf) {
        this.gathering = new Market.Gathering(asOf);
    }

    Market market() {
        return gathering.market();
    }

    void add(AccountHistory history) {
        var account = history.account().id();
        history.employments().forEach(job -> gathering.link(job.person().ref(), account.ref()));
        history.subsidiaries()
                .forEach(link ->
                        gathering.link(link.subsidiary().ref(), link.parent().ref()));
        history.links().stream()
                .filter(link -> link.type() == LinkType.INVESTED_IN)
                .map(link -> new Investment(link.from(), account, link.time().occurredAt()))
                .forEach(gathering::add);
        history.fieldChanges().stream()
                .filter(change -> change.field() == ChangeField.OWNERSHIP && Ownership.isExit(change.value()))
                .map(change -> new Exit(account, change.time().occurredAt()))
                .forEach(gathering::add);
        for (LinkType type : new LinkType[] {LinkType.INVESTED_IN, LinkType.PARTNER_OF}) {
            history.linksOf(type).forEach(link -> gathering.link(link.from(), link.to()));
        }
        history.linksOf(LinkType.REFERRED).stream()
                .filter(link -> isTo(history, link))
                .forEach(link -> gathering.add(new Referral(link.from(), account)));
        RecordedSurroundings.wins(history).forEach(gathering::add);
        history.opportunities().stream()
                .map(Opportunity::id)
                .flatMap(deal -> history.stageOf(deal).stream())
                .filter(stage -> stage.outcome() == Outcome.LOST)
                .forEach(stage -> gathering.add(new Loss(account, stage.opportunity())));
    }

    /** The history of whoever referred us tells of it as well. */
    private static boolean isTo(AccountHistory history, Link link) {
        return link.to().label() == NodeLabel.ACCOUNT
                ? link.to().equals(history.account().id().ref())
                : history.opportunities().stream()
                        .anyMatch(deal -> deal.id().ref().equals(link.to()));
    }
}
