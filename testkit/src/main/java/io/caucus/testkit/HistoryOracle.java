package io.caucus.testkit;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.fact.Ticket;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The slow and obvious way from a heap of facts to one account's history: an answer known from outside for every faster one.
 *
 * <p>First what cannot be seen as of the instant is dropped, then what has to do with the account is kept. A person belongs
 * to it through a visible job there or a visible engagement about it, so somebody hired next month is not in the history yet.
 */
public final class HistoryOracle {

    private final AccountId account;
    private final AsOf asOf;
    private final List<? extends Fact> visible;
    private final Set<PersonId> people = new HashSet<>();
    private final Set<OpportunityId> opportunities = new HashSet<>();
    private final Set<EngagementId> engagements = new HashSet<>();
    private final Set<EntityRef> withFields = new HashSet<>();

    private HistoryOracle(AccountId account, AsOf asOf, Collection<? extends Fact> facts) {
        this.account = account;
        this.asOf = asOf;
        visible = facts.stream().filter(fact -> asOf.sees(fact.time())).toList();
    }

    /**
     * @param facts of any accounts, in any order, repeated or not
     * @throws UnknownAccount if the account is not among the visible facts
     */
    public static AccountHistory history(AccountId account, AsOf asOf, Collection<? extends Fact> facts) {
        var oracle = new HistoryOracle(account, asOf, facts);
        oracle.noteWhomAndWhatItConcerns();
        return oracle.history();
    }

    private void noteWhomAndWhatItConcerns() {
        each(Employment.class).filter(this::concerns).forEach(job -> people.add(job.person()));
        each(Engagement.class).filter(this::concerns).forEach(engagement -> {
            engagements.add(engagement.id());
            people.addAll(engagement.performedBy());
            people.addAll(engagement.addressedTo());
        });
        withFields.add(account.ref());
        each(Opportunity.class).filter(this::concerns).forEach(opportunity -> {
            opportunities.add(opportunity.id());
            withFields.add(opportunity.id().ref());
        });
    }

    private AccountHistory history() {
        var itself = each(Account.class).filter(this::concerns).findFirst();
        return AccountHistory.of(
                itself.orElseThrow(() -> new UnknownAccount(account, asOf)),
                asOf,
                visible.stream().filter(this::concerns).toList());
    }

    private boolean concerns(Fact fact) {
        return switch (fact) {
            case Account itself -> itself.id().equals(account);
            case Person person -> people.contains(person.id());
            case User user -> false;
            case Employment job -> job.account().equals(account);
            case Subsidiary link ->
                link.subsidiary().equals(account) || link.parent().equals(account);
            case Opportunity opportunity -> opportunity.account().equals(account);
            case StageChange change -> opportunities.contains(change.opportunity());
            case FieldChange change -> withFields.contains(change.entity());
            case RoleHolding role -> opportunities.contains(role.opportunity());
            case Engagement engagement -> engagement.account().equals(account);
            case SignalReading reading -> engagements.contains(reading.engagement());
            case Ticket ticket -> ticket.account().filter(account::equals).isPresent();
        };
    }

    private <F extends Fact> Stream<F> each(Class<F> kind) {
        return visible.stream().filter(kind::isInstance).map(kind::cast);
    }
}
