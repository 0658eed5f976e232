package io.caucus.testkit;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.graphmodel.vocabulary.Ownership;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws investors and partners that accounts share, for ever or for a time, whom partners brought us to, and whose the accounts are. By dice of their own. */
final class RandomCompanies {

    private static final List<EntityRef> INVESTORS = companies(NodeLabel.INVESTOR);
    private static final List<EntityRef> PARTNERS = companies(NodeLabel.PARTNER);

    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    RandomCompanies(List<AccountId> accounts) {
        for (AccountId account : accounts) {
            var dice = new SplittableRandom(account.value().hashCode());
            var instants = new RandomInstants(dice);
            INVESTORS.forEach(investor -> perhapsLink(LinkType.INVESTED_IN, investor, account, dice, instants));
            PARTNERS.forEach(partner -> perhapsLink(LinkType.PARTNER_OF, partner, account, dice, instants));
            PARTNERS.forEach(partner -> perhapsLink(LinkType.REFERRED, partner, account, dice, instants));
            IntStream.range(0, dice.nextInt(3)).forEach(change -> drawOwnership(account, dice, instants));
        }
    }

    private static List<EntityRef> companies(NodeLabel label) {
        return IntStream.range(0, 4)
                .mapToObj(number -> new EntityRef(label, "random:shared-%d".formatted(number)))
                .toList();
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    private void drawOwnership(AccountId account, SplittableRandom dice, RandomInstants instants) {
        var ownerships = Ownership.values();
        var value = ownerships[dice.nextInt(ownerships.length)].name();
        var change = new FieldChange(account.ref(), ChangeField.OWNERSHIP, value, instants.time());
        if (taken.add(change.key())) {
            facts.add(change);
        }
    }

    private void perhapsLink(
            LinkType type, EntityRef company, AccountId account, SplittableRandom dice, RandomInstants instants) {
        if (dice.nextInt(3) == 0) {
            var began = instants.time();
            facts.add(new Link(
                    type,
                    company,
                    account.ref(),
                    Optional.empty(),
                    Map.of(),
                    began,
                    dice.nextInt(3) == 0 ? Optional.of(instants.timeFrom(began.occurredAt())) : Optional.empty()));
        }
    }
}
