package io.caucus.testkit;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Account;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.time.FactTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One account, told line by line as of {@link RandomWorlds#NOW}.
 *
 * <pre>{@code
 * ana: VP ENGINEERING                          a person with a job here: seniority and function, each may be left out
 * bo: MANAGER FINANCE from 90d ago to 5d ago   … that began and ended; without dates it began 1000 days ago and goes on
 * cy: elsewhere                                a person without a job here
 * ana replies 3d ago                           a buyer's action
 * ana forwards to bo, cy 2d 4h ago             … that reached others
 * ana, bo meet with us 1d ago                  … done by several, with one of ours there
 * we mail ana 5d ago, learned 1d ago           a seller's action, learned of later than it happened
 * bo visits 1d ago, excluded BOT_OPEN          … kept but not counted
 * ana downloads 2d ago, about content API guide  … that concerned something; a product or a topic as well
 * we call ana 4d ago, saying ASKS_PRICE        … whose words were read; NOTHING if they told nothing
 * deal enters Proposal 40d ago                 an opportunity's stage; Won and Lost end it
 * ana is CHAMPION on deal 30d ago              a role, stated in the CRM
 * }</pre>
 *
 * <p>Times are {@code 3d ago}, {@code 1d 12h ago}, {@code 20m ago}, {@code now} or {@code 2d ahead}. Empty lines are passed
 * over. What cannot be told this way is added with {@link #and}.
 */
public final class AccountStory {

    static final FactTime LONG_AGO = FactTime.at(RandomWorlds.NOW.minus(Duration.ofDays(1000)));

    private static final Account ACCOUNT =
            new Account(new AccountId("story:acme"), "Acme", Optional.of("acme.example"), LONG_AGO);

    private final List<Fact> facts;

    private AccountStory(List<Fact> facts) {
        this.facts = List.copyOf(facts);
    }

    /** @throws IllegalArgumentException naming the line that cannot be understood, and why */
    public static AccountStory of(String text) {
        return new AccountStory(new StoryReader(ACCOUNT).read(text));
    }

    /** The same story with more facts. */
    public AccountStory and(Fact... more) {
        var all = new ArrayList<>(facts);
        all.addAll(List.of(more));
        return new AccountStory(all);
    }

    public AccountHistory history() {
        return history(new AsOf(RandomWorlds.NOW));
    }

    public AccountHistory history(AsOf asOf) {
        return HistoryOracle.history(ACCOUNT.id(), asOf, facts);
    }

    /** In the order told, the account first. */
    public List<Fact> facts() {
        return facts;
    }

    public static Account account() {
        return ACCOUNT;
    }

    /** The key of the person that the story calls {@code name}. */
    public static PersonId person(String name) {
        return new PersonId("story:" + name);
    }

    /** The key of the opportunity that the story calls {@code name}. */
    public static OpportunityId opportunity(String name) {
        return new OpportunityId("story:" + name);
    }

    /** The one of ours that the story calls {@code we} or {@code us}. */
    public static UserId us() {
        return new UserId("story:us");
    }

    /** An instant in the words of a story, e.g. {@code asOf("10d ago")}. */
    public static AsOf asOf(String when) {
        return new AsOf(StoryReader.instant(when));
    }
}
