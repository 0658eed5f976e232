package io.caucus.bench;

import io.caucus.features.FeatureVector;
import io.caucus.features.Parameters;
import io.caucus.features.activity.Activity;
import io.caucus.features.champion.Champions;
import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.committee.LikelyRole;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.EngagementKind;
import io.caucus.graphmodel.vocabulary.Outcome;
import io.caucus.world.Pattern;
import io.caucus.world.TrueSeat;
import io.caucus.world.WorldTruth;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.knowm.xchart.CategoryChart;

/** What was found of what was planted, added up account by account. */
final class PlantedVerdict {

    private static final String CAUCUS = "Caucus";
    private static final String STAGE = "committee.stage";
    private static final String GHOSTED = "negative.ghosted_after_pricing";

    private final Parameters parameters;
    private final Map<String, Findings> champions = new LinkedHashMap<>();
    private final Findings ghosts = new Findings();
    private final TriggerFindings triggers = new TriggerFindings();
    private final SortedMap<TrueSeat.Showing, Filled> seats = new TreeMap<>();
    private final StageFindings stages = new StageFindings();

    /** Seats whose holder was named, of so many. */
    private record Filled(int all, int byCaucus, int byTheCrm) {

        static final Filled NONE = new Filled(0, 0, 0);

        Filled with(boolean found, boolean stated) {
            return new Filled(all + 1, byCaucus + (found ? 1 : 0), byTheCrm + (stated ? 1 : 0));
        }
    }

    PlantedVerdict(Parameters parameters) {
        this.parameters = parameters;
    }

    void add(WorldTruth truth, AccountHistory history, FeatureVector features) {
        var activity = Activity.of(history);
        var committee = CommitteeMap.of(activity, parameters.committee());
        addChampion(truth, activity, committee);
        triggers.add(truth, activity, new Champions(activity, parameters.champion()).kept());
        if (!truth.stages().isEmpty()) {
            stages.add(truth.stages().getLast().standing(), features.get(STAGE), committee);
        }
        addSeats(truth, committee);
        boolean isGhost = features.get(GHOSTED).findAmount().orElse(0) > 0;
        ghosts.add(
                isGhost ? Optional.of(true) : Optional.empty(), truth.ghosted().map(when -> true));
    }

    /** A champion who has left is none. */
    private void addChampion(WorldTruth truth, Activity activity, CommitteeMap committee) {
        var planted = truth.champion().filter(champion -> truth.pattern() == Pattern.CHAMPION_LED);
        var stated =
                committee.assignedTo(Set.of(CommitteeRole.CHAMPION)).stream().findFirst();
        champions("Caucus, by effect", planted, new Champions(activity, parameters.champion()).findByEffect());
        champions("as the CRM says", planted, stated);
        champions("who did most", planted, mostOf(activity, action -> true));
        champions("who forwarded most", planted, mostOf(activity, action -> action.kind() == EngagementKind.FORWARD));
    }

    private void champions(String method, Optional<PersonId> planted, Optional<PersonId> found) {
        champions.computeIfAbsent(method, first -> new Findings()).add(found, planted);
    }

    private static Optional<PersonId> mostOf(Activity activity, Predicate<Engagement> which) {
        var counts = new TreeMap<PersonId, Long>();
        activity.byPerson()
                .forEach((person, actions) ->
                        counts.put(person, actions.stream().filter(which).count()));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    /** Of deals that are still open, for nobody is asked about others. */
    private void addSeats(WorldTruth truth, CommitteeMap committee) {
        boolean isOver = !truth.deals().isEmpty() && truth.deals().getLast().outcome() != Outcome.OPEN;
        if (isOver) {
            return;
        }
        for (TrueSeat seat : truth.seats()) {
            if (seat.until().isEmpty()) {
                boolean found = likeliest(seat.role(), truth, committee).contains(seat.holder());
                boolean stated = seat.stated().equals(Optional.of(seat.holder()));
                seats.merge(seat.showing(), Filled.NONE.with(found, stated), (one, other) -> one.with(found, stated));
            }
        }
    }

    private static List<PersonId> likeliest(CommitteeRole role, WorldTruth truth, CommitteeMap committee) {
        return committee.likelyRoles().stream()
                .filter(likely -> likely.role() == role)
                .map(LikelyRole::person)
                .limit(truth.segment().required().getOrDefault(role, 0))
                .toList();
    }

    void print(PrintWriter screen) {
        screen.print(Findings.heading("champions"));
        champions.forEach((method, findings) -> screen.print(findings.row(method)));
        screen.print(Findings.heading("ghosted after the price"));
        screen.print(ghosts.row(CAUCUS));
        triggers.print(screen);
        screen.printf("%n%-36s %8s %8s %8s%n", "holders of seats", "seats", CAUCUS, "the CRM");
        seats.forEach((showing, filled) -> screen.printf(
                "%-36s %,8d %8.3f %8.3f%n",
                showing,
                filled.all(),
                (double) filled.byCaucus() / filled.all(),
                (double) filled.byTheCrm() / filled.all()));
        stages.print(screen);
        screen.flush();
    }

    Map<String, Object> json() {
        var methods = new LinkedHashMap<String, Object>();
        champions.forEach((method, findings) -> methods.put(method, findings.json()));
        var holders = new TreeMap<String, Object>();
        seats.forEach((showing, filled) -> holders.put(showing.name(), filled));
        return Map.of(
                "champions",
                methods,
                "ghosted",
                ghosts.json(),
                "triggers",
                triggers.json(),
                "seats",
                holders,
                "stages",
                stages.json());
    }

    CategoryChart chart(String title) {
        return stages.chart(title);
    }
}
