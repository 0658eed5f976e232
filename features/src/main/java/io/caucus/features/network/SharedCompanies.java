package io.caucus.features.network;

import io.caucus.features.AccountContext;
import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.Surroundings.Companion;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Link;
import io.caucus.graphmodel.vocabulary.LinkType;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The companies of one kind that an account has to do with, and the other accounts that bought and have to do with them as well.
 *
 * @param own those of the account
 * @param companions one for each way through one of them to one of the others
 */
record SharedCompanies(SortedSet<EntityRef> own, List<Companion> companions) {

    /** What companies are to an account. */
    enum Kind {
        INVESTOR(
                LinkType.INVESTED_IN,
                NodeLabel.INVESTOR,
                "network.shared_investor_wins",
                "Wins of accounts with the same investors"),
        PARTNER(
                LinkType.PARTNER_OF,
                NodeLabel.PARTNER,
                "network.partner_wins",
                "Wins of accounts with the same partners");

        private final LinkType link;
        private final NodeLabel label;
        private final String feature;
        private final String title;

        Kind(LinkType link, NodeLabel label, String feature, String title) {
            this.link = link;
            this.label = label;
            this.feature = feature;
            this.title = title;
        }

        /** The id of the feature that counts the ways. */
        String feature() {
            return feature;
        }

        String title() {
            return title;
        }

        /** As one says it in the middle of a sentence. */
        String word() {
            return label.inCypher().toLowerCase(Locale.ROOT);
        }

        String whenMissing() {
            return "The account has no %s that is known; 0 if no other account of theirs bought.".formatted(word());
        }

        /** What statements have to be told. */
        Map<String, Object> statementParameters() {
            return Map.of("linkType", link.name(), "mostAccounts", Surroundings.MOST_ACCOUNTS_OF_ONE);
        }
    }

    static SharedCompanies of(AccountHistory history, Kind kind) {
        return new SharedCompanies(
                history.linksOf(kind.link).stream().map(Link::from).collect(Collectors.toCollection(TreeSet::new)),
                history.surroundings().companions().stream()
                        .filter(companion -> companion.through().label() == kind.label)
                        .toList());
    }

    /** Each way to each win as evidence. */
    List<PathToWin> cite(AccountContext account, ToDoubleFunction<Companion> weight) {
        return companions.stream()
                .flatMap(companion -> account.history().surroundings().winsOf(companion.account()).stream()
                        .map(win -> PathToWin.through(companion.through(), win, weight.applyAsDouble(companion))))
                .toList();
    }
}
