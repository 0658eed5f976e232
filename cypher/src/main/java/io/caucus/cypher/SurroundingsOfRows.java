package io.caucus.cypher;

import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.Surroundings.Companion;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.RoleHolding;
import io.caucus.graphmodel.fact.Subsidiary;
import io.caucus.graphmodel.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Rows of {@code history/surroundings-of-accounts} and {@code history/companions-of-accounts} about one account as what lies around it. */
final class SurroundingsOfRows {

    /** What a row tells; the statement's column {@code kind}. */
    private enum Kind {
        JOB_ELSEWHERE,
        ROLE_ELSEWHERE,
        BELONGS_ELSEWHERE,
        COMPANION,
        WIN
    }

    private final List<Employment> jobs = new ArrayList<>();
    private final List<RoleHolding> roles = new ArrayList<>();
    private final List<Subsidiary> hierarchy = new ArrayList<>();
    private final List<Companion> companions = new ArrayList<>();
    private final List<Win> wins = new ArrayList<>();

    void add(Record row) {
        var fact = row.get("fact");
        switch (Kind.valueOf(row.get("kind").asString())) {
            case JOB_ELSEWHERE -> jobs.add(HistoryFacts.employment(account(fact, "otherId"), fact));
            case ROLE_ELSEWHERE -> roles.add(HistoryFacts.role(fact));
            case BELONGS_ELSEWHERE ->
                hierarchy.add(
                        new Subsidiary(account(fact, "subsidiaryId"), account(fact, "parentId"), Clocks.time(fact)));
            case COMPANION ->
                companions.add(new Companion(
                        EvidenceKeys.reference(
                                fact.get("label").asString(), fact.get("key").asString()),
                        account(fact, "otherId"),
                        fact.get("degree").asInt()));
            case WIN ->
                wins.add(new Win(
                        account(fact, "otherId"),
                        new OpportunityId(fact.get("opportunityId").asString()),
                        Clocks.instant(fact.get("at"))));
        }
    }

    Surroundings surroundings(AsOf asOf) {
        return Surroundings.of(asOf, jobs, roles, hierarchy, companions, wins);
    }

    private static AccountId account(Value fact, String name) {
        return new AccountId(fact.get(name).asString());
    }
}
