package io.caucus.api.page;

import io.caucus.api.TestServer;
import io.caucus.api.assessment.AccountAssessment;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.RuleModel;
import io.caucus.testkit.AccountStory;
import io.caucus.testkit.Neo4jServer;
import io.caucus.testkit.RandomWorlds;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The service over a real Neo4j with one told account and a crowd of drawn ones, all scored. */
final class RunningCaucus implements AutoCloseable {

    private static final int CROWD = 24;

    /** As an import does: what one transaction may hold is bounded by the server's memory. */
    private static final int PORTION = 500;

    private static final String STORY = """
            ana: VP ENGINEERING
            bo: MANAGER FINANCE
            cy: DIRECTOR PROCUREMENT
            ana forwards to bo, cy 6d ago
            bo replies 5d ago
            ana, bo meet with us 4d ago
            cy visits 3d ago
            deal enters Proposal 40d ago
            ana is CHAMPION on deal 30d ago
            """;

    private final Neo4j neo4j;
    private final TestServer server;
    private final String unscored;

    private RunningCaucus(Neo4j neo4j, TestServer server, String unscored) {
        this.neo4j = neo4j;
        this.server = server;
        this.unscored = unscored;
    }

    static RunningCaucus start(Path dataFolder) {
        var database = Neo4jServer.shared();
        database.wipe();
        var neo4j = Neo4j.open(
                        database.uri(), database.user(), database.password(), InstantSource.fixed(RandomWorlds.NOW))
                .patient();
        neo4j.migrate();
        neo4j.prepare();
        write(neo4j, "story", AccountStory.of(STORY).facts());
        write(neo4j, "crowd", RandomWorlds.accounts(1, CROWD));
        var ports = GraphPorts.of(neo4j);
        var kept = assess(ports);
        ports.assessments().keep(kept);
        return new RunningCaucus(neo4j, TestServer.start(dataFolder, ports), firstUnscored(kept));
    }

    private static void write(Neo4j neo4j, String batch, List<Fact> facts) {
        var sourced = RandomWorlds.sourced(facts);
        for (int from = 0; from < sourced.size(); from += PORTION) {
            neo4j.factWriter().write(batch, sourced.subList(from, Math.min(from + PORTION, sourced.size())));
        }
    }

    private static List<KeptAssessment> assess(GraphPorts ports) {
        var assessed = new ArrayList<AccountAssessment>();
        new AccountAssessments(ports.graph(), FeatureCatalogue.standard(), RuleModel.shipped())
                .forEach(new AsOf(RandomWorlds.NOW), assessed::add);
        return assessed.stream().map(AccountAssessment::kept).toList();
    }

    private static String firstUnscored(List<KeptAssessment> kept) {
        return kept.stream()
                .filter(assessment -> assessment.result() instanceof KeptAssessment.Result.NotScored)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("all %d accounts have a score".formatted(kept.size())))
                .account()
                .value();
    }

    URI address(String path) {
        return server.uri(path);
    }

    /** A link that signs a browser in, once. */
    URI signInLink() {
        return server.uri("/signin?code=" + server.signInCode());
    }

    /** An account with a score, people who know each other, and a timeline. */
    String scoredAccount() {
        return AccountStory.account().id().value();
    }

    /** An account that has no score. */
    String unscoredAccount() {
        return unscored;
    }

    @Override
    public void close() {
        server.close();
        neo4j.close();
    }
}
