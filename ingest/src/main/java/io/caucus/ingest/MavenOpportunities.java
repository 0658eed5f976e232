package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.FieldChange;
import io.caucus.graphmodel.fact.Opportunity;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.StageChange;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An opportunity that entered Engaging at its engage date and was won or lost at its close date. One that is still prospected
 * has no date at all: it is told at the export. The value is known from the close on; for lost ones it is 0.
 */
final class MavenOpportunities implements RecordMapping {

    private static final String ID = "opportunity_id";
    private static final String PRODUCT = "product";
    private static final String STAGE = "deal_stage";
    private static final String ENGAGE_DATE = "engage_date";
    private static final String CLOSE_DATE = "close_date";
    private static final String VALUE = "close_value";

    private static final String PROSPECTING = "Prospecting";
    private static final String ENGAGING = "Engaging";
    private static final String WON = "Won";
    private static final String LOST = "Lost";

    private final ListedValues products;
    private final ListedValues agents;

    MavenOpportunities(ListedValues products, ListedValues agents) {
        this.products = products;
        this.agents = agents;
    }

    @Override
    public String record() {
        return "opportunity";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(ID, MavenAccounts.ACCOUNT, STAGE, ENGAGE_DATE, CLOSE_DATE),
                List.of(MavenSalesAgents.AGENT, PRODUCT, VALUE));
    }

    @Override
    public List<String> dates() {
        return List.of(ENGAGE_DATE, CLOSE_DATE);
    }

    @Override
    public void refer(Row row, References references) {
        references.name(row.find(MavenAccounts.ACCOUNT));
    }

    @Override
    public String nativeId(Row row) {
        return Keys.nativeId(row, ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        check(row, reading.findings());
        var times = reading.times();
        var id = new OpportunityId(MavenCrmProfile.key(nativeId(row)));
        var account = reading.references().getAccountByName(row, MavenAccounts.ACCOUNT);
        var engaged = past(row, ENGAGE_DATE, times);
        var created = FactTime.at(engaged.orElseGet(times::exported));
        var name = row.find(PRODUCT)
                .map(product -> "%s for %s".formatted(product, row.get(MavenAccounts.ACCOUNT)))
                .orElseGet(() -> row.get(MavenAccounts.ACCOUNT));

        var facts = new ArrayList<Fact>();
        facts.add(new Opportunity(id, account, name, Optional.empty(), created));
        engaged.ifPresent(at -> facts.add(new StageChange(id, ENGAGING, Outcome.OPEN, FactTime.at(at))));
        switch (row.get(STAGE)) {
            case PROSPECTING ->
                facts.add(new StageChange(id, PROSPECTING, Outcome.OPEN, FactTime.at(times.exported())));
            case ENGAGING -> row.get(ENGAGE_DATE);
            case WON -> tellClose(row, id, Outcome.WON, created, reading, facts);
            case LOST -> tellClose(row, id, Outcome.LOST, created, reading, facts);
            default ->
                throw new RejectedRow(
                        RejectCode.UNKNOWN_VALUE,
                        STAGE,
                        "column '%s' has '%s', must be Prospecting, Engaging, Won or Lost"
                                .formatted(STAGE, Row.shown(row.get(STAGE))));
        }
        tellAgent(row, id, times, facts);
        return facts;
    }

    private static void tellClose(
            Row row, OpportunityId id, Outcome outcome, FactTime created, Reading reading, List<Fact> facts) {
        row.get(CLOSE_DATE);
        var closed = past(row, CLOSE_DATE, reading.times()).orElseThrow();
        var known = created.knownAt();
        if (closed.isBefore(known)) {
            reading.findings().closedBeforeCreated(CLOSE_DATE);
        } else {
            known = closed;
        }
        var time = new FactTime(closed, known);
        facts.add(new StageChange(id, row.get(STAGE), outcome, time));
        facts.add(new FieldChange(
                id.ref(),
                ChangeField.CLOSE_DATE,
                closed.atZone(ZoneOffset.UTC).toLocalDate().toString(),
                time));
        row.findDecimal(VALUE)
                .ifPresent(value -> facts.add(new FieldChange(id.ref(), ChangeField.AMOUNT, value, time)));
    }

    private static void tellAgent(Row row, OpportunityId id, ExportTimes times, List<Fact> facts) {
        if (row.find(MavenSalesAgents.AGENT).isPresent()) {
            var agent = MavenSalesAgents.user(row, times);
            facts.add(agent);
            facts.add(new FieldChange(id.ref(), ChangeField.OWNER, agent.id().value(), FactTime.at(times.exported())));
        }
    }

    private void check(Row row, Findings findings) {
        row.find(PRODUCT).ifPresent(product -> products.check(PRODUCT, product, findings));
        row.find(MavenSalesAgents.AGENT).ifPresent(agent -> agents.check(MavenSalesAgents.AGENT, agent, findings));
    }

    private static Optional<Instant> past(Row row, String column, ExportTimes times) {
        return row.findDate(column, DateForm.MONTH_DAY_YEAR).map(date -> times.past(column, date));
    }
}
