package io.caucus.testkit;

import io.caucus.graphmodel.Exit;
import io.caucus.graphmodel.Investment;
import io.caucus.graphmodel.Loss;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Referral;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.Ownership;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The slow and obvious way from a heap of facts to who has to do with whom across all accounts. */
public final class MarketOracle {

    private static final Comparator<StageChange> IN_TIME =
            Comparator.comparing(StageChange::time).thenComparing(StageChange::stage);

    private final AsOf asOf;
    private final List<Fact> visible;
    private final Map<OpportunityId, AccountId> accounts = new TreeMap<>();
    private final Market.Gathering gathering;

    private MarketOracle(AsOf asOf, Collection<? extends Fact> facts) {
        this.asOf = asOf;
        this.visible = HistoryOracle.undeleted(facts, asOf).stream()
                .filter(fact -> asOf.sees(fact.time()))
                .toList();
        this.gathering = new Market.Gathering(asOf);
        each(Opportunity.class).forEach(deal -> accounts.put(deal.id(), deal.account()));
    }

    /** @param facts of any accounts, in any order, each told once; those of records that are one by the same key */
    public static Market market(AsOf asOf, Collection<? extends Fact> facts) {
        var oracle = new MarketOracle(asOf, facts);
        oracle.each(Employment.class)
                .forEach(job ->
                        oracle.gathering.link(job.person().ref(), job.account().ref()));
        oracle.each(Subsidiary.class)
                .forEach(link -> oracle.gathering.link(
                        link.subsidiary().ref(), link.parent().ref()));
        oracle.each(Link.class).forEach(oracle::add);
        oracle.each(FieldChange.class).forEach(oracle::add);
        oracle.each(StageChange.class)
                .collect(Collectors.groupingBy(StageChange::opportunity))
                .forEach(oracle::addOutcome);
        return oracle.gathering.market();
    }

    private void add(Link link) {
        if (link.type() == LinkType.INVESTED_IN) {
            gathering.add(new Investment(
                    link.from(), new AccountId(link.to().key()), link.time().occurredAt()));
        }
        if (link.asKnown(asOf).holdsAt(asOf)) {
            addHolding(link);
        }
    }

    private void add(FieldChange change) {
        if (change.field() == ChangeField.OWNERSHIP && Ownership.isExit(change.value())) {
            gathering.add(
                    new Exit(new AccountId(change.entity().key()), change.time().occurredAt()));
        }
    }

    private void addHolding(Link link) {
        if (link.type() == LinkType.INVESTED_IN || link.type() == LinkType.PARTNER_OF) {
            gathering.link(link.from(), link.to());
        }
        if (link.type() == LinkType.REFERRED) {
            account(link.to()).ifPresent(account -> gathering.add(new Referral(link.from(), account)));
        }
    }

    /** An account is its own; an opportunity is that of the account it would be sold to. */
    private Optional<AccountId> account(EntityRef end) {
        return end.label() == NodeLabel.ACCOUNT
                ? Optional.of(new AccountId(end.key()))
                : Optional.ofNullable(accounts.get(new OpportunityId(end.key())));
    }

    private void addOutcome(OpportunityId opportunity, List<StageChange> told) {
        var account = accounts.get(opportunity);
        var changes = told.stream().sorted(IN_TIME).toList();
        var last = changes.getLast();
        if (account != null && last.outcome() == Outcome.WON) {
            var since = changes.reversed().stream()
                    .takeWhile(change -> change.stage().equals(last.stage()) && change.outcome() == last.outcome())
                    .reduce(last, (later, earlier) -> earlier);
            gathering.add(new Win(account, opportunity, since.time().occurredAt()));
        }
        if (account != null && last.outcome() == Outcome.LOST) {
            gathering.add(new Loss(account, opportunity));
        }
    }

    private <F extends Fact> Stream<F> each(Class<F> kind) {
        return visible.stream().filter(kind::isInstance).map(kind::cast);
    }
}
