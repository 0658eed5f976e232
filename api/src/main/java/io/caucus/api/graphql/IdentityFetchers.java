package io.caucus.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.Decision;
import io.caucus.graphmodel.identity.Identities;
import io.caucus.graphmodel.identity.IdentityStore;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.identity.MemberRecord.Ownership;
import io.caucus.graphmodel.identity.Merge;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import io.caucus.ingest.identity.IdentityTrace;
import io.caucus.ingest.identity.MergeOutcome;
import io.caucus.ingest.identity.MergeRefusal;
import io.caucus.ingest.identity.RecordMerging;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** What stands behind the fields about who is who. */
final class IdentityFetchers {

    /** Where a request's context holds the name of who asks. */
    static final String CALLER = "caller";

    private static final int MOST_RECORDS = 100;
    private static final int MOST_STEPS = 200;

    /** {@code result} is null if there are {@code userErrors}. */
    record PayloadView(Optional<RecordMergeView> result, List<UserErrorView> userErrors) {}

    record UserErrorView(String code, String field, String message) {}

    record RecordMergeView(
            String one,
            String other,
            String canonical,
            String rule,
            String evidence,
            double confidence,
            String decidedBy,
            Instant decidedAt,
            String reason,
            Optional<Instant> undoneAt) {}

    record MemberRecordView(
            String key, String name, List<Views.SourceRecordView> sources, List<LeadSourceView> leadSources) {}

    record LeadSourceView(String name, Instant since) {}

    record RecordOwnershipView(String record, String owner, String name, Instant since) {}

    record IdentityTraceView(
            String canonical,
            List<MemberRecordView> records,
            List<RecordOwnershipView> ownershipConflicts,
            List<IdentityStepView> steps) {}

    record IdentityStepView(
            IdentityTrace.Act act,
            String one,
            String other,
            String rule,
            String evidence,
            String by,
            Instant at,
            String reason,
            String sentence) {}

    private enum Act {
        MERGE,
        UNMERGE
    }

    /** A field of an input that cannot be used. */
    private static final class BadField extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final UserErrorView error;

        BadField(String code, String field, String message) {
            super(message);
            this.error = new UserErrorView(code, field, message);
        }
    }

    private final IdentityStore store;
    private final RecordMerging merging;

    IdentityFetchers(IdentityStore store) {
        this.store = store;
        this.merging = new RecordMerging(store);
    }

    TypeRuntimeWiring.Builder mutation() {
        return TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("mergeRecords", env -> decide(Act.MERGE, env))
                .dataFetcher("unmergeRecords", env -> decide(Act.UNMERGE, env));
    }

    CompletableFuture<Optional<IdentityTraceView>> how(String id, AsOf asOf, DataFetchingEnvironment env) {
        return reading(env)
                .once(() -> found(id).stream()
                        .findFirst()
                        .map(record -> IdentityTrace.of(store, record, asOf))
                        .filter(trace -> !trace.records().isEmpty())
                        .map(IdentityFetchers::view));
    }

    /** The records of an account or a person. */
    static CompletableFuture<List<MemberRecordView>> records(EntityRef entity, AsOf asOf, DataFetchingEnvironment env) {
        return reading(env).members(entity, asOf).thenApply(IdentityFetchers::views);
    }

    /** Empty if all records that name an owner name the same. */
    static CompletableFuture<List<RecordOwnershipView>> ownershipConflicts(
            EntityRef account, AsOf asOf, DataFetchingEnvironment env) {
        return reading(env).members(account, asOf).thenApply(IdentityFetchers::conflicts);
    }

    private static List<RecordOwnershipView> conflicts(List<MemberRecord> records) {
        return MemberRecord.conflictingAboutOwner(records).stream()
                .flatMap(record -> record.ownership().map(ownership -> view(record, ownership)).stream())
                .limit(MOST_RECORDS)
                .toList();
    }

    private static RecordOwnershipView view(MemberRecord record, Ownership ownership) {
        return new RecordOwnershipView(
                record.record().key(), ownership.owner().value(), ownership.name(), ownership.since());
    }

    private CompletableFuture<PayloadView> decide(Act act, DataFetchingEnvironment env) {
        Map<String, Object> input = Objects.requireNonNull(env.getArgument("input"));
        var now = reading(env).now();
        String caller = Objects.requireNonNull(env.getGraphQlContext().get(CALLER));
        return reading(env).once(() -> {
            try {
                return payload(outcome(act, input, caller, now), now);
            } catch (BadField e) {
                return refused(e.error);
            }
        });
    }

    private MergeOutcome outcome(Act act, Map<String, Object> input, String caller, AsOf now) {
        var decision = decision(input, caller, now);
        var a = record(input, "a");
        var b = record(input, "b");
        return switch (act) {
            case MERGE -> merging.merge(a, b, decision);
            case UNMERGE -> merging.unmerge(a, b, decision);
        };
    }

    private static Decision decision(Map<String, Object> input, String caller, AsOf now) {
        var reason = text(input, "reason");
        var key = text(input, "idempotencyKey");
        return new Decision(now.instant(), caller, reason, key);
    }

    private static String text(Map<String, Object> input, String field) {
        var text = String.valueOf(input.get(field));
        try {
            Decision.check(field, text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new BadField("BAD_VALUE", field, e.getMessage() + ".");
        }
    }

    private EntityRef record(Map<String, Object> input, String field) {
        var id = String.valueOf(input.get(field));
        var found = found(id);
        if (found.isEmpty()) {
            throw new BadField(
                    MergeRefusal.NOT_FOUND.name(),
                    field,
                    "'%s' is neither a global id nor the key of a person or account; find it with search."
                            .formatted(id));
        }
        if (found.size() > 1) {
            throw new BadField(
                    MergeRefusal.AMBIGUOUS.name(),
                    field,
                    "A person and an account have the key '%s'; give the global id of the one you mean.".formatted(id));
        }
        return found.iterator().next();
    }

    private Set<EntityRef> found(String id) {
        var global = GlobalId.parse(id);
        if (global.isEmpty()) {
            return store.find(id);
        }
        var key = global.get().key();
        return switch (global.get().type()) {
            case ACCOUNT -> Set.of(new EntityRef(NodeLabel.ACCOUNT, key));
            case PERSON -> Set.of(new EntityRef(NodeLabel.PERSON, key));
            case FEATURE_DEFINITION -> new TreeSet<>();
        };
    }

    private PayloadView payload(MergeOutcome outcome, AsOf now) {
        return switch (outcome) {
            case MergeOutcome.Done done -> new PayloadView(Optional.of(view(done.merge(), now)), List.of());
            case MergeOutcome.Refused refused ->
                refused(new UserErrorView(refused.code().name(), refused.field(), refused.message()));
        };
    }

    private static PayloadView refused(UserErrorView error) {
        return new PayloadView(Optional.empty(), List.of(error));
    }

    private RecordMergeView view(Merge merge, AsOf now) {
        return new RecordMergeView(
                merge.one().key(),
                merge.other().key(),
                Identities.of(store.around(merge.one()), now)
                        .canonical(merge.one())
                        .key(),
                merge.grounds().rule(),
                merge.grounds().evidence(),
                merge.grounds().confidence(),
                merge.decided().by(),
                merge.decided().at(),
                merge.decided().reason(),
                merge.undone().map(Decision::at));
    }

    private static IdentityTraceView view(IdentityTrace trace) {
        return new IdentityTraceView(
                trace.canonical().key(),
                views(trace.records()),
                conflicts(trace.records()),
                trace.steps().stream()
                        .limit(MOST_STEPS)
                        .map(IdentityFetchers::view)
                        .toList());
    }

    private static IdentityStepView view(IdentityTrace.Step step) {
        return new IdentityStepView(
                step.act(),
                step.merge().one().key(),
                step.merge().other().key(),
                step.merge().grounds().rule(),
                step.merge().grounds().evidence(),
                step.decision().by(),
                step.decision().at(),
                step.decision().reason(),
                step.sentence());
    }

    private static List<MemberRecordView> views(List<MemberRecord> records) {
        return records.stream()
                .limit(MOST_RECORDS)
                .map(record -> new MemberRecordView(
                        record.record().key(),
                        record.name(),
                        record.sources().stream()
                                .limit(MOST_RECORDS)
                                .map(Shapes::source)
                                .toList(),
                        record.leadSources().stream()
                                .limit(MOST_RECORDS)
                                .map(leadSource -> new LeadSourceView(leadSource.name(), leadSource.since()))
                                .toList()))
                .toList();
    }

    private static Reading reading(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.getGraphQlContext().<Reading>get(Reading.class));
    }
}
