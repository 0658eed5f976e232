package io.caucus.bench;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.network.Network;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.SignalReading;
import io.caucus.graphmodel.fact.Thing;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.scoring.outcome.Outcomes;
import io.caucus.scoring.outcome.Target;
import io.caucus.scoring.outcome.TargetRows;
import io.caucus.scoring.outcome.TargetSchema;
import io.caucus.scoring.outcome.Targets;
import io.caucus.scoring.table.FeatureTable;
import io.caucus.world.ToldAccount;
import io.caucus.world.TrueDeal;
import io.caucus.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what {@code ./caucus features --target opportunity.win --grid monthly} would write of a generated world, from its records in
 * memory; beside it columns that the product would not offer, since they tell what nobody could know.
 *
 * <p>All facts of the world are held, and of one instant the histories of all accounts.
 */
final class WinTable {

    static final Target TARGET = Targets.get("opportunity.win");

    /** The account's revenue as last told. */
    static final String REVENUE = "annualRevenue";
    /** The deal's close date as last told, whenever that was. */
    static final String CLOSE_DATE = "closeDate";
    /** When that was. */
    static final String CLOSE_DATE_TOLD = "closeDateTold";

    private final List<Fact> facts = new ArrayList<>();
    private final FeatureCatalogue catalogue = FeatureCatalogue.standard();
    private final AsOf end = new AsOf(WorldBench.END);
    private final PlantedChances chances = new PlantedChances(TARGET.horizon());
    private final Outcomes outcomes = new Outcomes();
    private final Map<AccountId, AccountHistory> endings = new HashMap<>();
    private final Map<OpportunityId, TrueDeal> deals = new HashMap<>();

    /** What is made of all that was told of an account. */
    enum Telling {
        AS_IT_IS {
            @Override
            List<? extends Fact> of(List<? extends Fact> facts) {
                return facts;
            }
        },
        /** Of visits the world's drift makes chats, and nothing else does: so this is the world in which nobody changed their ways. */
        WITHOUT_CHATS {
            @Override
            List<? extends Fact> of(List<? extends Fact> facts) {
                var chats = facts.stream()
                        .filter(fact -> fact instanceof Engagement engagement && isChat(engagement))
                        .map(fact -> ((Engagement) fact).id())
                        .collect(Collectors.toSet());
                return facts.stream()
                        .filter(fact ->
                                !(fact instanceof SignalReading reading && chats.contains(reading.engagement())))
                        .map(fact ->
                                fact instanceof Engagement engagement && isChat(engagement) ? visit(engagement) : fact)
                        .toList();
            }
        };

        abstract List<? extends Fact> of(List<? extends Fact> facts);

        private static boolean isChat(Engagement engagement) {
            return engagement.kind() == EngagementKind.CHAT;
        }

        private static Fact visit(Engagement chat) {
            return new Engagement(
                    chat.id(),
                    chat.account(),
                    EngagementKind.VISIT,
                    chat.side(),
                    chat.performedBy(),
                    List.of(),
                    List.of(),
                    chat.excluded(),
                    chat.time());
        }
    }

    private WinTable(World world, Telling telling) {
        world.records()
                .flatMap(record -> record.facts().stream())
                .takeWhile(fact -> fact instanceof User || fact instanceof Thing)
                .forEach(facts::add);
        world.accounts().forEach(account -> add(account, telling));
        RecordedHistories.alone(end, facts).forEach(history -> {
            outcomes.note(history);
            endings.put(history.account().id(), history);
        });
    }

    private void add(ToldAccount account, Telling telling) {
        facts.addAll(telling.of(account.records().stream()
                .flatMap(record -> record.facts().stream())
                .toList()));
        account.truth().deals().forEach(deal -> deals.put(deal.deal(), deal));
    }

    /**
     * Writes the table and its schema.
     *
     * @param telling as what an account's facts are taken
     * @return how likely each row comes true
     */
    static PlantedChances write(World world, Telling telling, List<AsOf> instants, Path table, Path schema) {
        var written = new WinTable(world, telling);
        var definitions = written.catalogue.definitions();
        var columns = new ArrayList<>(TARGET.columnNames());
        columns.addAll(List.of(REVENUE, CLOSE_DATE, CLOSE_DATE_TOLD));
        try (var rows = FeatureTable.createForModels(table, columns, definitions)) {
            instants.forEach(asOf -> written.tell(asOf, rows));
            rows.complete();
        }
        TargetSchema.write(schema, TARGET, definitions, WorldBench.END);
        return written.chances;
    }

    private void tell(AsOf asOf, FeatureTable rows) {
        var network = network(Network.instant(asOf));
        var histories = RecordedHistories.asOf(asOf, facts);
        var gathered = new GatheredPeers(catalogue.parameters().product().window());
        histories.forEach(gathered::add);
        var peers = gathered.peers();
        var asked = new TargetRows(catalogue, TARGET);
        histories.parallelStream()
                .filter(history -> !history.openOpportunities().isEmpty())
                .map(history -> asked.toLearnFrom(catalogue.account(history, peers, network), outcomes, end))
                .toList()
                .forEach(its -> its.forEach(row -> tell(row, asOf, rows)));
    }

    private Network network(AsOf asOf) {
        var gathered = new GatheredMarket(asOf);
        RecordedHistories.alone(asOf, facts).forEach(gathered::add);
        return catalogue.network(gathered.market());
    }

    private void tell(TargetRows.Row row, AsOf asOf, FeatureTable rows) {
        var deal = new OpportunityId(row.cells().get(TARGET.columnNames().indexOf("opportunityId")));
        var planted = Optional.ofNullable(deals.get(deal));
        planted.ifPresent(one -> chances.add(one, asOf.instant()));
        var ending = Objects.requireNonNull(endings.get(row.features().account()));
        rows.add(
                row.features(),
                Stream.concat(row.cells().stream(), later(ending, deal)).toList());
    }

    /** What nobody could know. */
    private static Stream<String> later(AccountHistory ending, OpportunityId deal) {
        var closing = last(ending, deal.ref(), ChangeField.CLOSE_DATE);
        return Stream.of(
                ending.valueOf(ending.account().id().ref(), ChangeField.ANNUAL_REVENUE)
                        .orElse(""),
                closing.map(FieldChange::value).orElse(""),
                closing.map(change -> change.time().visibleFrom().toString()).orElse(""));
    }

    private static Optional<FieldChange> last(AccountHistory ending, EntityRef entity, ChangeField field) {
        return ending.fieldChanges().stream()
                .filter(change -> change.entity().equals(entity) && change.field() == field)
                .reduce((earlier, later) -> later);
    }
}
