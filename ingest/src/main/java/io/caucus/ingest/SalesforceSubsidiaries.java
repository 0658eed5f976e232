package io.caucus.ingest;

import io.caucus.graphmodel.fact.Fact;
import java.util.List;

/**
 * Which account belongs to which: a second reading of the accounts, since a parent may stand below its subsidiary. Told at the
 * last change of the subsidiary, or at the export.
 */
final class SalesforceSubsidiaries implements RecordMapping {

    private static final String PARENT = "ParentId";

    @Override
    public String record() {
        return "subsidiary";
    }

    @Override
    public Columns columns() {
        return new Columns(
                List.of(SalesforceProfile.ID),
                List.of(PARENT, SalesforceProfile.LAST_MODIFIED_DATE, SalesforceProfile.IS_DELETED));
    }

    @Override
    public List<String> dates() {
        return List.of();
    }

    @Override
    public boolean concerns(Row row) {
        return row.find(PARENT).isPresent() && !SalesforceProfile.isDeleted(row);
    }

    @Override
    public void refer(Row row, References references) {
        references.key(SalesforceId.peek(row, SalesforceProfile.ID).map(SalesforceProfile::account));
        references.key(SalesforceId.peek(row, PARENT).map(SalesforceProfile::account));
    }

    @Override
    public String nativeId(Row row) {
        return SalesforceId.get(row, SalesforceProfile.ID);
    }

    @Override
    public List<Fact> facts(Row row, Reading reading) {
        var references = reading.references();
        var account = references.existing(SalesforceProfile.account(nativeId(row)), SalesforceProfile.ID);
        var parent = references.existing(SalesforceProfile.account(SalesforceId.get(row, PARENT)), PARENT);
        return List.of(Parents.tell(account, parent, PARENT, SalesforceProfile.told(row, reading.times())));
    }
}
