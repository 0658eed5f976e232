package io.caucus.testkit;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.graphmodel.vocabulary.RoleSource;
import io.caucus.graphmodel.vocabulary.Seniority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws what lies around one account: a parent, a sister and a subsidiary, or fewer, and one that has nothing to do with it; what
 * was won or lost there, and people who were there before. Of these accounts nothing else is told, not even that they exist.
 */
final class RandomNeighbours {

    private static final int PARENT = 0;
    private static final int SISTER = 1;
    private static final int SUBSIDIARY = 2;
    private static final int STRANGER = 3;
    private static final List<CommitteeRole> ROLES =
            List.of(CommitteeRole.CHAMPION, CommitteeRole.ECONOMIC_BUYER, CommitteeRole.INFLUENCER);

    private final AccountId account;
    private final List<PersonId> people;
    private final SplittableRandom dice;
    private final RandomInstants instants;
    private final List<Fact> facts = new ArrayList<>();

    RandomNeighbours(AccountId account, List<PersonId> people) {
        this.account = account;
        this.people = people;
        this.dice = new SplittableRandom(account.value().hashCode());
        this.instants = new RandomInstants(dice);
        drawHierarchy();
        for (int number = PARENT; number <= STRANGER; number++) {
            drawDeals(neighbour(number));
            drawJobs(neighbour(number));
        }
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<AccountId> accounts() {
        return IntStream.rangeClosed(PARENT, STRANGER).mapToObj(this::neighbour).toList();
    }

    private AccountId neighbour(int number) {
        return new AccountId("%s-n%d".formatted(account, number));
    }

    private void drawHierarchy() {
        if (dice.nextInt(3) > 0) {
            facts.add(new Subsidiary(account, neighbour(PARENT), instants.time()));
        }
        if (dice.nextInt(3) > 0) {
            facts.add(new Subsidiary(neighbour(SISTER), neighbour(PARENT), instants.time()));
        }
        if (dice.nextInt(3) > 0) {
            facts.add(new Subsidiary(neighbour(SUBSIDIARY), account, instants.time()));
        }
    }

    private void drawDeals(AccountId other) {
        for (int number = dice.nextInt(3); number > 0; number--) {
            var deal = new OpportunityId("%s-o%d".formatted(other, number));
            var began = instants.time();
            facts.add(new Opportunity(deal, other, "Sale " + number, Optional.empty(), began));
            drawStages(deal, began);
            drawRoles(deal, began);
        }
    }

    private void drawStages(OpportunityId deal, FactTime began) {
        facts.add(new StageChange(deal, "Discovery", Outcome.OPEN, began));
        if (dice.nextInt(3) > 0) {
            facts.add(new StageChange(deal, "Closed won", Outcome.WON, instants.timeFrom(began.visibleFrom())));
        }
        if (dice.nextInt(5) == 0) {
            facts.add(new StageChange(deal, "Closed lost", Outcome.LOST, instants.timeFrom(began.visibleFrom())));
        }
    }

    private void drawRoles(OpportunityId deal, FactTime began) {
        for (PersonId person : people) {
            if (dice.nextInt(6) == 0) {
                facts.add(new RoleHolding(
                        person,
                        deal,
                        ROLES.get(dice.nextInt(ROLES.size())),
                        RoleSource.STATED_IN_CRM,
                        dice.nextInt(1, 101) / 100.0,
                        instants.timeFrom(began.visibleFrom()),
                        Optional.empty()));
            }
        }
    }

    private void drawJobs(AccountId other) {
        for (PersonId person : people) {
            if (dice.nextInt(6) == 0) {
                var began = instants.time();
                facts.add(new Employment(
                        person,
                        other,
                        Optional.empty(),
                        JobFunction.UNKNOWN,
                        Seniority.UNKNOWN,
                        began,
                        dice.nextBoolean() ? Optional.of(instants.timeFrom(began.occurredAt())) : Optional.empty()));
            }
        }
    }
}
