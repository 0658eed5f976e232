package io.caucus.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.QuestionClock;
import io.caucus.api.graphql.Connections.Connection;
import io.caucus.api.graphql.Views.AccountView;
import io.caucus.api.graphql.Views.CommitteeView;
import io.caucus.api.graphql.Views.ContributionView;
import io.caucus.api.graphql.Views.EngagementView;
import io.caucus.api.graphql.Views.EvidenceView;
import io.caucus.api.graphql.Views.FeatureView;
import io.caucus.api.graphql.Views.LineageView;
import io.caucus.api.graphql.Views.NoScoreView;
import io.caucus.api.graphql.Views.PersonView;
import io.caucus.api.graphql.Views.ScoreView;
import io.caucus.api.graphql.Views.SeatView;
import io.caucus.api.graphql.Views.ServiceView;
import io.caucus.api.graphql.Views.SourceRecordView;
import io.caucus.api.graphql.Views.StoredContributionView;
import io.caucus.api.graphql.Views.StoredScoreView;
import io.caucus.api.graphql.Views.WarmPathView;
import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.directory.AccountIndex.Hit;
import io.caucus.graphmodel.directory.AccountPage;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.ChangeField;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** What stands behind each field that is no component of its view; one line of work each. */
final class Fetchers {

    private static final int MOST_HITS = 50;

    /** Each day of the past is judged anew, so a question about all of it would be dear. */
    private static final int MOST_DAYS_OF_TRANSITIONS = 365;

    private static final int DAYS_OF_TRANSITIONS = 90;

    private final GraphPorts ports;
    private final QuestionClock clock;
    private final String version;
    private final AccountAssessments assessments;
    private final Shapes shapes;
    private final Connections connections;
    private final AccountPages accountPages;
    private final IdentityFetchers identityFetchers;
    private final QualityFetchers quality;

    Fetchers(GraphPorts ports, AccountAssessments assessments, QuestionClock clock, Cursors cursors, String version) {
        this.ports = ports;
        this.clock = clock;
        this.version = version;
        this.assessments = assessments;
        this.shapes = new Shapes(assessments.catalogue());
        this.connections = new Connections(cursors);
        this.accountPages = new AccountPages(ports.index(), cursors);
        this.identityFetchers = new IdentityFetchers(ports.identities());
        this.quality = new QualityFetchers(ports.quality(), ports.imports());
    }

    RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .scalar(Scalars.DATE_TIME)
                .scalar(Scalars.JSON)
                .type(query())
                .type(identityFetchers.mutation())
                .type(account())
                .type(committee())
                .type(seat())
                .type(person())
                .type(score())
                .type(contribution())
                .type(evidence())
                .type(storedScore())
                .type(service())
                .type(quality.dataQuality())
                .type(quality.example())
                .type("Node", Fetchers::resolved)
                .type("SearchResult", Fetchers::resolved)
                .type("ScoreResult", Fetchers::resolved)
                .type("StoredScoreResult", Fetchers::resolved)
                .build();
    }

    private static TypeRuntimeWiring.Builder resolved(TypeRuntimeWiring.Builder type) {
        return type.typeResolver(
                env -> env.getSchema().getObjectType(typeName(Objects.requireNonNull(env.getObject()))));
    }

    private static String typeName(Object view) {
        return switch (view) {
            case AccountView account -> "Account";
            case PersonView person -> "Person";
            case FeatureView feature -> "FeatureDefinition";
            case ScoreView score -> "Score";
            case StoredScoreView stored -> "StoredScore";
            case NoScoreView none -> "NoScore";
            default -> throw new IllegalStateException("no type of the schema for a " + view.getClass());
        };
    }

    private TypeRuntimeWiring.Builder query() {
        return TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("account", env -> account(accountId(env), asOf(env), env))
                .dataFetcher("accounts", this::accounts)
                .dataFetcher("search", this::search)
                .dataFetcher("node", this::node)
                .dataFetcher("how", env -> identityFetchers.how(argument(env, "entity"), asOf(env), env))
                .dataFetcher("lineage", this::lineage)
                .dataFetcher("features", env -> shapes.features())
                .dataFetcher("dataQuality", QualityFetchers::question)
                .dataFetcher("service", this::serviceView);
    }

    private static CompletableFuture<AccountView> account(AccountId account, AsOf asOf, DataFetchingEnvironment env) {
        return reading(env).history(new AccountAt(account, asOf)).thenApply(history -> accountView(history));
    }

    /** Whichever of its records was asked for, an account goes by its canonical key. */
    private static AccountView accountView(AccountHistory history) {
        return new AccountView(history.account().id(), history.asOf(), Optional.empty());
    }

    private CompletableFuture<Connection<AccountView>> accounts(DataFetchingEnvironment env) {
        var wish = AccountPages.Wish.of(env.getArguments());
        return reading(env).once(() -> accountPages.page(wish, reading(env).now()));
    }

    private CompletableFuture<List<Object>> search(DataFetchingEnvironment env) {
        var text = AccountPages.checked("text", argument(env, "text"));
        var asOf = asOf(env);
        int most = Connections.checkSize(first(env), MOST_HITS);
        return reading(env)
                .once(() -> ports.index().search(text, asOf, most).stream()
                        .flatMap(hit -> hitView(hit, asOf))
                        .toList());
    }

    private static Stream<Object> hitView(Hit hit, AsOf asOf) {
        var key = hit.entity().key();
        return switch (hit.entity().label()) {
            case ACCOUNT -> Stream.of(new AccountView(new AccountId(key), asOf, Optional.empty()));
            case PERSON -> Stream.of(new PersonView(new PersonId(key), hit.name(), hit.account(), asOf));
            case USER,
                    OPPORTUNITY,
                    STAGE_CHANGE,
                    FIELD_CHANGE,
                    ENGAGEMENT,
                    SIGNAL_READING,
                    TICKET,
                    PRODUCT,
                    TOPIC,
                    CONTENT,
                    INVESTOR,
                    PARTNER,
                    SEGMENT,
                    TERRITORY,
                    TEAM,
                    SOURCE_RECORD,
                    IMPORT_BATCH,
                    STREAM_OFFSET,
                    FEATURE_SNAPSHOT,
                    SCORE -> Stream.empty();
        };
    }

    private CompletableFuture<Optional<Object>> node(DataFetchingEnvironment env) {
        var id = GlobalId.parse(argument(env, "id"));
        if (id.isEmpty()) {
            throw RequestFailed.badInput("'id' is no global id; give one that an 'id' field gave you.");
        }
        var key = id.get().key();
        return switch (id.get().type()) {
            case ACCOUNT -> accountNode(checkedAccountId(key), env);
            case PERSON -> personNode(checkedPersonId(key), env);
            case FEATURE_DEFINITION ->
                CompletableFuture.completedFuture(shapes.features().stream()
                        .filter(feature -> feature.key().equals(key))
                        .findFirst()
                        .map(Object.class::cast));
        };
    }

    private static CompletableFuture<Optional<Object>> accountNode(AccountId account, DataFetchingEnvironment env) {
        var at = new AccountAt(account, reading(env).now());
        return reading(env).findHistory(at).thenApply(found -> found.map(Fetchers::accountView));
    }

    /** A person is known through an employer of any of their records, whose history is then read. */
    private CompletableFuture<Optional<Object>> personNode(PersonId person, DataFetchingEnvironment env) {
        var asOf = reading(env).now();
        return reading(env)
                .members(person.ref(), asOf)
                .thenCompose(records -> reading(env).once(() -> personNode(records, asOf)));
    }

    private Optional<Object> personNode(List<MemberRecord> records, AsOf asOf) {
        var people = records.stream()
                .map(record -> new PersonId(record.record().key()))
                .toList();
        return ports.directory().employersOf(people).values().stream()
                .findFirst()
                .flatMap(employer -> Optional.ofNullable(
                        ports.graph().histories(List.of(employer), asOf).get(employer)))
                .filter(history ->
                        history.people().stream().anyMatch(known -> known.id().equals(people.getFirst())))
                .map(history -> Shapes.person(people.getFirst(), history));
    }

    /** By a global id, or by the plain key of a source record. */
    private CompletableFuture<Optional<LineageView>> lineage(DataFetchingEnvironment env) {
        var id = argument(env, "id");
        var node = GlobalId.node(id).orElseGet(() -> new EntityRef(NodeLabel.SOURCE_RECORD, id));
        return reading(env).once(() -> ports.index().lineage(node).map(Shapes::lineage));
    }

    private ServiceView serviceView(DataFetchingEnvironment env) {
        return new ServiceView(
                version,
                reading(env).now().instant(),
                clock.fixedAsOf(),
                assessments.catalogue().version(),
                assessments.scorer().version());
    }

    private TypeRuntimeWiring.Builder service() {
        return TypeRuntimeWiring.newTypeWiring("Service")
                .dataFetcher("newestFactAt", env -> reading(env).once(ports.index()::newestKnownAt));
    }

    private TypeRuntimeWiring.Builder account() {
        return TypeRuntimeWiring.newTypeWiring("Account")
                .dataFetcher(
                        "id",
                        env -> GlobalId.of(
                                GlobalId.Type.ACCOUNT,
                                accountView(env).account().value()))
                .dataFetcher("key", env -> accountView(env).account().value())
                .dataFetcher("asOf", env -> accountView(env).instant().instant())
                .dataFetcher(
                        "name",
                        env -> listed(
                                env,
                                AccountPage.Row::name,
                                history -> history.account().name()))
                .dataFetcher(
                        "domain",
                        env -> listed(
                                env,
                                AccountPage.Row::domain,
                                history -> history.account().domain()))
                .dataFetcher("industry", env -> listed(env, AccountPage.Row::industry, field(ChangeField.INDUSTRY)))
                .dataFetcher(
                        "headcount",
                        env -> history(env)
                                .thenApply(field(ChangeField.HEADCOUNT))
                                .thenApply(headcount -> headcount.map(Integer::valueOf)))
                .dataFetcher(
                        "score",
                        env -> reading(env).assessment(accountView(env).at()).thenApply(Shapes::score))
                .dataFetcher("storedScore", this::storedScore)
                .dataFetcher(
                        "committee",
                        env -> reading(env).assessment(accountView(env).at()).thenApply(shapes::committee))
                .dataFetcher("opportunities", env -> history(env).thenApply(Shapes::opportunities))
                .dataFetcher("timeline", env -> history(env).thenApply(history -> timeline(history, env)))
                .dataFetcher(
                        "records",
                        env -> IdentityFetchers.records(
                                accountView(env).account().ref(),
                                accountView(env).instant(),
                                env))
                .dataFetcher(
                        "ownershipConflicts",
                        env -> IdentityFetchers.ownershipConflicts(
                                accountView(env).account().ref(),
                                accountView(env).instant(),
                                env));
    }

    private CompletableFuture<Optional<Object>> storedScore(DataFetchingEnvironment env) {
        var view = accountView(env);
        var kept = view.row()
                .map(row -> CompletableFuture.completedFuture(row.assessment()))
                .orElseGet(() -> reading(env).kept(view.at()));
        return kept.thenApply(found -> found.map(shapes::storedScore));
    }

    private Connection<EngagementView> timeline(AccountHistory history, DataFetchingEnvironment env) {
        var newestFirst = history.engagements().reversed();
        return page(env, "timeline:" + history.account().id(), newestFirst, newestFirst.size())
                .map(engagement -> Shapes.engagement(engagement, history));
    }

    private TypeRuntimeWiring.Builder committee() {
        return TypeRuntimeWiring.newTypeWiring("Committee")
                .dataFetcher(
                        "stageSince",
                        env -> reading(env).once(() -> shapes.stageSince(committeeView(env), DAYS_OF_TRANSITIONS)))
                .dataFetcher("transitions", env -> {
                    int days = checkDays(Objects.requireNonNull(env.getArgument("days")));
                    return reading(env).once(() -> shapes.transitions(committeeView(env), days));
                });
    }

    private static TypeRuntimeWiring.Builder seat() {
        return TypeRuntimeWiring.newTypeWiring("Seat").dataFetcher("warmPath", Fetchers::warmPath);
    }

    private static CompletableFuture<Optional<WarmPathView>> warmPath(DataFetchingEnvironment env) {
        var seat = source(env, SeatView.class);
        return reading(env)
                .names(seat.history(), seat.path().map(EvidenceItem.class::cast).stream())
                .thenApply(names -> seat.path().map(path -> Shapes.warmPath(path, seat.history(), names)));
    }

    private static CommitteeView committeeView(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.getSource());
    }

    private static int checkDays(int days) {
        if (days < 1 || days > MOST_DAYS_OF_TRANSITIONS) {
            throw RequestFailed.badInput("days is %d, must be between 1 and %d; ask for an earlier past with asOf."
                    .formatted(days, MOST_DAYS_OF_TRANSITIONS));
        }
        return days;
    }

    private TypeRuntimeWiring.Builder person() {
        return TypeRuntimeWiring.newTypeWiring("Person")
                .dataFetcher(
                        "id",
                        env -> GlobalId.of(
                                GlobalId.Type.PERSON, personView(env).person().value()))
                .dataFetcher("key", env -> personView(env).person().value())
                .dataFetcher("title", env -> employment(env, employment -> employment.flatMap(Employment::title)))
                .dataFetcher("function", env -> employment(env, employment -> employment.map(Employment::function)))
                .dataFetcher("seniority", env -> employment(env, employment -> employment.map(Employment::seniority)))
                .dataFetcher(
                        "account",
                        env -> personView(env)
                                .employer()
                                .map(account ->
                                        new AccountView(account, personView(env).instant(), Optional.empty())))
                .dataFetcher(
                        "records",
                        env -> IdentityFetchers.records(
                                personView(env).person().ref(), personView(env).instant(), env));
    }

    private static <T> CompletableFuture<Optional<T>> employment(
            DataFetchingEnvironment env, Function<Optional<Employment>, Optional<T>> part) {
        var view = personView(env);
        return view.employer()
                .map(account -> reading(env)
                        .findHistory(new AccountAt(account, view.instant()))
                        .thenApply(found -> part.apply(found.flatMap(history -> history.employmentOf(view.person())))))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private TypeRuntimeWiring.Builder score() {
        return TypeRuntimeWiring.newTypeWiring("Score").dataFetcher("contributions", this::contributions);
    }

    private Connection<ContributionView> contributions(DataFetchingEnvironment env) {
        var score = source(env, ScoreView.class);
        var all = shapes.contributions(score.assessment());
        return page(
                env, "contributions:" + score.assessment().history().account().id(), all, all.size());
    }

    private TypeRuntimeWiring.Builder contribution() {
        return TypeRuntimeWiring.newTypeWiring("Contribution").dataFetcher("evidence", this::evidenceOf);
    }

    private CompletableFuture<Connection<EvidenceView>> evidenceOf(DataFetchingEnvironment env) {
        var contribution = source(env, ContributionView.class);
        var feature = contribution.feature().key();
        var evidence = contribution.assessment().explained(feature).evidence();
        var list = "evidence:" + feature + ":"
                + contribution.assessment().history().account().id();
        var page = page(env, list, evidence.items(), evidence.totalCount());
        return reading(env)
                .names(contribution.assessment().history(), page.nodes().stream())
                .thenApply(names -> page.map(item -> shapes.evidence(item, contribution, names)));
    }

    private TypeRuntimeWiring.Builder evidence() {
        return TypeRuntimeWiring.newTypeWiring("EvidenceItem").dataFetcher("source", Fetchers::sources);
    }

    private static CompletableFuture<List<SourceRecordView>> sources(DataFetchingEnvironment env) {
        var evidence = source(env, EvidenceView.class);
        return reading(env)
                .provenance(evidence.facts())
                .thenApply(records -> records.stream().map(Shapes::source).toList());
    }

    private static TypeRuntimeWiring.Builder storedScore() {
        return TypeRuntimeWiring.newTypeWiring("StoredScore")
                .dataFetcher("contributions", Fetchers::storedContributions);
    }

    private static List<StoredContributionView> storedContributions(DataFetchingEnvironment env) {
        var stored = source(env, StoredScoreView.class);
        int most = Connections.checkSize(first(env), Connections.MOST_PER_PAGE);
        return stored.all().stream().limit(most).toList();
    }

    private <T> Connection<T> page(DataFetchingEnvironment env, String list, List<T> items, long totalCount) {
        return connections.page(list, items, totalCount, first(env), Optional.ofNullable(env.getArgument("after")));
    }

    /** What a page of accounts brought along, or else what the history says. */
    private static <T> CompletableFuture<T> listed(
            DataFetchingEnvironment env,
            Function<AccountPage.Row, T> fromRow,
            Function<AccountHistory, T> fromHistory) {
        var row = accountView(env).row();
        return row.isPresent()
                ? CompletableFuture.completedFuture(fromRow.apply(row.get()))
                : history(env).thenApply(fromHistory);
    }

    private static Function<AccountHistory, Optional<String>> field(ChangeField field) {
        return history -> history.valueOf(history.account().id().ref(), field);
    }

    private static CompletableFuture<AccountHistory> history(DataFetchingEnvironment env) {
        return reading(env).history(accountView(env).at());
    }

    static AsOf asOf(DataFetchingEnvironment env) {
        Instant given = env.getArgument("asOf");
        return given == null ? reading(env).now() : new AsOf(given);
    }

    private static AccountId accountId(DataFetchingEnvironment env) {
        var id = argument(env, "id");
        return checkedAccountId(GlobalId.parse(id)
                .filter(global -> global.type() == GlobalId.Type.ACCOUNT)
                .map(GlobalId::key)
                .orElse(id));
    }

    private static AccountId checkedAccountId(String key) {
        try {
            return new AccountId(key);
        } catch (IllegalArgumentException e) {
            throw RequestFailed.badInput("'id' is neither a global id nor a key: " + e.getMessage());
        }
    }

    private static PersonId checkedPersonId(String key) {
        try {
            return new PersonId(key);
        } catch (IllegalArgumentException e) {
            throw RequestFailed.badInput("'id' is no person's: " + e.getMessage());
        }
    }

    private static String argument(DataFetchingEnvironment env, String name) {
        return String.valueOf(env.<Object>getArgument(name));
    }

    /** The schema sees to it that it is there. */
    private static int first(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.<Integer>getArgument("first"));
    }

    static Reading reading(DataFetchingEnvironment env) {
        return Objects.requireNonNull(env.getGraphQlContext().<Reading>get(Reading.class));
    }

    private static AccountView accountView(DataFetchingEnvironment env) {
        return source(env, AccountView.class);
    }

    private static PersonView personView(DataFetchingEnvironment env) {
        return source(env, PersonView.class);
    }

    static <T> T source(DataFetchingEnvironment env, Class<T> view) {
        return view.cast(Objects.requireNonNull(env.<Object>getSource()));
    }
}
