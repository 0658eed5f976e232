package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.api.graphql.GraphPorts;
import io.caucus.graphmodel.AccountGraph;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.FactWriter.Written;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.testkit.AccountStory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerWithinTest {

    private static final String QUESTION = "query ($id: ID!) { account(id: $id) { committee { breadth } } }";

    /** A graph that does not tell of accounts before it is let. */
    private record Frozen(AccountGraph graph, CountDownLatch thawed) implements AccountGraph {

        @Override
        public AccountHistory history(AccountId account, AsOf asOf) {
            return graph.history(account, asOf);
        }

        @Override
        public SortedMap<AccountId, AccountHistory> histories(Collection<AccountId> accounts, AsOf asOf) {
            try {
                thawed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return graph.histories(accounts, asOf);
        }

        @Override
        public void forEachPage(AsOf asOf, Optional<AccountId> after, Consumer<List<AccountHistory>> consumer) {
            graph.forEachPage(asOf, after, consumer);
        }

        @Override
        public Peers peers(AsOf asOf, Duration use) {
            return graph.peers(asOf, use);
        }

        @Override
        public SortedMap<EntityRef, String> names(Collection<EntityRef> entities, AsOf asOf) {
            return graph.names(entities, asOf);
        }

        @Override
        public Market market(AsOf asOf) {
            return graph.market(asOf);
        }
    }

    private static Written refuse(String batchId, List<SourcedFacts> batch) {
        throw new UnsupportedOperationException("this server's graph is only read");
    }

    @Test
    void aQuestionThatTakesTooLongIsToldSo(@TempDir Path folder) throws Exception {
        var thawed = new CountDownLatch(1);
        var ports = StoryPorts.of(AccountStory.of("ana: MANAGER\nana replies 3d ago"));
        var frozen = new GraphPorts(
                new Frozen(ports.graph(), thawed),
                ports.index(),
                ports.directory(),
                ports.assessments(),
                ports.identities(),
                ports.quality(),
                ports.imports());

        try (var server = TestServer.start(folder, frozen, AnswerWithinTest::refuse, Duration.ofSeconds(2))) {
            var account =
                    Map.<String, Object>of("id", AccountStory.account().id().value());

            var late = server.answer(QUESTION, account);
            thawed.countDown();
            var inTime = server.answer(QUESTION, account);

            assertThat(late.at("/errors/0/extensions/code").asText()).isEqualTo("TIMEOUT");
            assertThat(late.at("/errors/0/message").asText()).startsWith("No answer within 2 seconds; ask for fewer");
            assertThat(inTime.at("/data/account/committee/breadth").asInt())
                    .as(inTime.toString())
                    .isEqualTo(1);
        }
    }

    @Test
    void noTimeAtAllIsRefused(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.onThisMachine(0, folder).withAnswerWithin(Duration.ZERO))
                .withMessage("answerWithin is PT0S, must be positive");
    }
}
