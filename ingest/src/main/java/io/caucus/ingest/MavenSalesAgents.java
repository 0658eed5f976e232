package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.time.FactTime;
import java.util.List;

/** A sales agent becomes a user. */
final class MavenSalesAgents implements RecordMapping {

    static final String AGENT = "sales_agent";

    private final ListedValues agents;

    MavenSalesAgents(ListedValues agents) {
        this.agents = agents;
    }

    @Override
    public String record() {
        return "sales agent";
    }

    @Override
    public Columns columns() {
        return new Columns(List.of(AGENT), List.of());
    }

    @Override
    public List<String> dates() {
        return List.of();
    }

    @Override
    public String nativeId(Row row) {
        return Keys.userNativeId(row.get(AGENT));
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        agents.list(row.get(AGENT));
        return List.of(user(row, reading.times()));
    }

    static User user(Row row, ExportTimes times) {
        var name = row.get(AGENT);
        return new User(Keys.user(MavenCrmProfile.NAME, name), name, FactTime.at(times.begun()));
    }
}
