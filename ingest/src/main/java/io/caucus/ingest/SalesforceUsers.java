package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.User;
import io.caucus.graphmodel.fact.UserId;
import io.caucus.graphmodel.time.FactTime;
import java.util.List;

/**
 * One of our own people, active or not.
 */
final class SalesforceUsers implements RecordMapping {

    private static final String NAME = "Name";

    @Override
    public String record() {
        return "user";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID),
                List.of(
                        NAME,
                        SalesforceProfile.FIRST_NAME,
                        SalesforceProfile.LAST_NAME,
                        SalesforceProfile.CREATED_DATE));
    }

    @Override
    public List<String> dates() {
        return List.of(SalesforceProfile.CREATED_DATE);
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var times = reading.times();
        var id = nativeId(row);
        var name = row.find(NAME).or(() -> row.findJoined(SalesforceProfile.FIRST_NAME, SalesforceProfile.LAST_NAME));
        var created = SalesforceProfile.findPast(row, SalesforceProfile.CREATED_DATE, times);
        return List.of(new User(
                new UserId(SalesforceProfile.key(id)), name.orElse(id), FactTime.at(created.orElseGet(times::begun))));
    }
}
