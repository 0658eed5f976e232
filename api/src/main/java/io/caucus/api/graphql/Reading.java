package io.caucus.api.graphql;

import io.caucus.api.assessment.AccountAssessment;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.Names;
import io.caucus.api.assessment.Others;
import io.caucus.features.EvidenceItem;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.UnknownAccount;
import io.caucus.graphmodel.assessment.KeptAssessment;
import io.caucus.graphmodel.directory.AccountIndex.Provenance;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.identity.MemberRecord;
import io.caucus.graphmodel.time.AsOf;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What one request reads. The wishes of one level of fields are collected and read in one round trip for each kind of thing
 * and each instant; nothing is read twice.
 */
final class Reading {

    /** A person or account as of an instant. */
    private record EntityAt(EntityRef entity, AsOf asOf) {}

    private final DataLoader<AccountAt, AccountHistory> histories;
    private final DataLoader<AsOf, Others> others;
    private final DataLoader<AccountAt, KeptAssessment> kept;
    private final DataLoader<EntityRef, List<Provenance>> provenance;
    private final DataLoader<EntityAt, List<MemberRecord>> members;
    private final DataLoader<EntityAt, String> names;
    private final ConcurrentMap<AccountAt, CompletableFuture<AccountAssessment>> assessed = new ConcurrentHashMap<>();
    private final AccountAssessments assessments;
    private final Executor threads;
    private final AsOf now;

    /** @param now the instant of questions that do not say; one for the whole request */
    Reading(GraphPorts ports, AccountAssessments assessments, Executor threads, AsOf now) {
        this.assessments = assessments;
        this.threads = threads;
        this.now = now;
        this.histories = loader(keys -> byInstant(keys, ports.graph()::histories));
        this.kept = loader(keys -> byInstant(keys, ports.assessments()::latest));
        this.others = loader(
                instants -> instants.stream().collect(Collectors.toMap(Function.identity(), assessments::others)));
        this.provenance = loader(ports.index()::provenance);
        this.members = loader(keys -> ofEntities(keys, ports.identities()::members));
        this.names = loader(keys -> ofEntities(keys, ports.graph()::names));
    }

    AsOf now() {
        return now;
    }

    DataLoaderRegistry registry() {
        return DataLoaderRegistry.newRegistry()
                .register("histories", histories)
                .register("others", others)
                .register("kept", kept)
                .register("provenance", provenance)
                .register("members", members)
                .register("names", names)
                .build();
    }

    /** Fails with {@link UnknownAccount} if there is none. */
    CompletableFuture<AccountHistory> history(AccountAt account) {
        return findHistory(account)
                .thenApply(found -> found.orElseThrow(() -> new UnknownAccount(account.account(), account.asOf())));
    }

    CompletableFuture<Optional<AccountHistory>> findHistory(AccountAt account) {
        return histories.load(account).thenApply(Optional::ofNullable);
    }

    CompletableFuture<AccountAssessment> assessment(AccountAt account) {
        return assessed.computeIfAbsent(
                account, key -> history(key).thenCombine(others.load(key.asOf()), assessments::assess));
    }

    CompletableFuture<Optional<KeptAssessment>> kept(AccountAt account) {
        return kept.load(account).thenApply(Optional::ofNullable);
    }

    /** The source records of facts, in the order of the facts. */
    CompletableFuture<List<Provenance>> provenance(List<EntityRef> facts) {
        return provenance
                .loadMany(facts)
                .thenApply(found -> found.stream()
                        .flatMap(
                                records -> Optional.ofNullable(records).stream().flatMap(List::stream))
                        .distinct()
                        .toList());
    }

    /** The records that a person or account is made of; none if there is no such thing. */
    CompletableFuture<List<MemberRecord>> members(EntityRef entity, AsOf asOf) {
        return members.load(new EntityAt(entity, asOf))
                .thenApply(found -> Optional.ofNullable(found).orElse(List.of()));
    }

    /** What people call what evidence is about. */
    CompletableFuture<Names> names(AccountHistory history, Stream<EvidenceItem> items) {
        var elsewhere = List.copyOf(Names.elsewhere(history, items));
        return names.loadMany(elsewhere.stream()
                        .map(entity -> new EntityAt(entity, history.asOf()))
                        .toList())
                .thenApply(found -> Names.of(history, known(elsewhere, found)));
    }

    /** Whatever has no name is left out. */
    private static Map<EntityRef, String> known(List<EntityRef> entities, List<@Nullable String> names) {
        var known = new LinkedHashMap<EntityRef, String>();
        for (int i = 0; i < entities.size(); i++) {
            var name = names.get(i);
            if (name != null) {
                known.put(entities.get(i), name);
            }
        }
        return known;
    }

    private static <V> Map<EntityAt, V> ofEntities(
            Set<EntityAt> keys, BiFunction<Collection<EntityRef>, AsOf, ? extends Map<EntityRef, V>> read) {
        var found = new LinkedHashMap<EntityAt, V>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        EntityAt::asOf, LinkedHashMap::new, Collectors.mapping(EntityAt::entity, Collectors.toList())))
                .forEach((asOf, entities) -> read.apply(entities, asOf)
                        .forEach((entity, value) -> found.put(new EntityAt(entity, asOf), value)));
        return found;
    }

    /** Something that is read but once, at the root. */
    <T> CompletableFuture<T> once(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    private <K, V> DataLoader<K, V> loader(Function<Set<K>, Map<K, V>> read) {
        return DataLoaderFactory.newMappedDataLoader((Set<K> keys) -> answer(() -> read.apply(keys)));
    }

    private <T> CompletionStage<T> answer(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    private static <V> Map<AccountAt, V> byInstant(
            Set<AccountAt> keys, BiFunction<Collection<AccountId>, AsOf, ? extends Map<AccountId, V>> read) {
        var found = new LinkedHashMap<AccountAt, V>();
        keys.stream()
                .collect(Collectors.groupingBy(
                        AccountAt::asOf,
                        LinkedHashMap::new,
                        Collectors.mapping(AccountAt::account, Collectors.toList())))
                .forEach((asOf, accounts) -> read.apply(accounts, asOf)
                        .forEach((account, value) -> found.put(new AccountAt(account, asOf), value)));
        return found;
    }
}
