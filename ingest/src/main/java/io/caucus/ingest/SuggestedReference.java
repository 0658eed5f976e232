package io.caucus.ingest;

import io.caucus.ingest.ColumnWords.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A column that leads to the records of another file.
 *
 * @param written as a mapping writes it
 */
record SuggestedReference(SampledColumn column, String written, String why) {

    /** Below this share of common values a column is not taken for a reference by its values. */
    private static final double LEAST_SHARE = 0.5;

    /** From this share on nothing but a reference can be meant. */
    private static final double SURE_SHARE = 0.9;

    /** Ways to find a record, the best first. */
    private enum Way {
        ID,
        DOMAIN,
        EMAIL,
        NAME
    }

    private record Candidate(Way way, SampledColumn from, SampledColumn to, String file, double share, boolean called) {

        private static final Comparator<Candidate> BEST = Comparator.comparing(
                        (Candidate candidate) -> candidate.share() >= LEAST_SHARE)
                .thenComparing(Candidate::called)
                .thenComparingDouble(Candidate::share)
                .thenComparing(Candidate::way, Comparator.reverseOrder());

        private boolean counts() {
            boolean inOthersByChance = from.hasShortNumbers() || from.isOfTwoWords();
            if (inOthersByChance) {
                return called && share >= LEAST_SHARE;
            }
            return share >= LEAST_SHARE || (called && way == Way.ID);
        }
    }

    static SuggestedReference byEmail(SampledColumn column) {
        return new SuggestedReference(
                column,
                "{email: %s}".formatted(YamlLines.quoted(column.name())),
                "likely: the values are e-mail addresses");
    }

    /** @param id of the file's own records, which leads elsewhere only if nothing else does */
    static Optional<SuggestedReference> find(
            SampledFile file, SampledColumn id, List<SampledFile> files, MappedEntity entity) {
        var candidates = new ArrayList<Candidate>();
        for (SampledFile other : files) {
            if (!other.equals(file) && other.entity().equals(Optional.of(entity))) {
                candidates.addAll(between(file, other, entity));
            }
        }
        var good = candidates.stream().filter(Candidate::counts).toList();
        return good.stream()
                .filter(candidate -> !candidate.from().equals(id))
                .max(Candidate.BEST)
                .or(() -> good.stream().max(Candidate.BEST))
                .map(best -> reference(best, entity));
    }

    private static List<Candidate> between(SampledFile file, SampledFile other, MappedEntity entity) {
        var id = other.id();
        if (id.isEmpty()) {
            return List.of();
        }
        var candidates = new ArrayList<Candidate>();
        for (SampledColumn to : other.columns()) {
            way(to, id.get(), entity)
                    .ifPresent(way -> file.columns().stream()
                            .filter(from -> !from.isBlank())
                            .forEach(from -> candidates.add(new Candidate(
                                    way, from, to, other.file(), from.shareIn(to), isCalledSo(from, to, entity)))));
        }
        return candidates;
    }

    private static Optional<Way> way(SampledColumn to, SampledColumn id, MappedEntity entity) {
        if (to.equals(id)) {
            return Optional.of(Way.ID);
        }
        return switch (entity) {
            case ACCOUNT -> {
                if (to.hasDomains()) {
                    yield Optional.of(Way.DOMAIN);
                }
                boolean name = to.means(Meaning.COMPANY) > 0 || to.means(Meaning.NAME) > 0;
                yield name ? Optional.of(Way.NAME) : Optional.empty();
            }
            case PERSON -> to.hasEmails() ? Optional.of(Way.EMAIL) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Called as the column it leads to, or after the records there. */
    private static boolean isCalledSo(SampledColumn from, SampledColumn to, MappedEntity entity) {
        boolean after = from.mentions(entity == MappedEntity.ACCOUNT ? Meaning.COMPANY : Meaning.CONTACT) > 0;
        return after || ColumnWords.words(from.name()).equals(ColumnWords.words(to.name()));
    }

    private static SuggestedReference reference(Candidate best, MappedEntity entity) {
        var written = YamlLines.quoted(best.from().name());
        var value = best.way() == Way.ID ? RecordLines.key(written, best.to(), entity) : written;
        var sure = best.share() >= SURE_SHARE ? "sure" : "likely";
        return new SuggestedReference(
                best.from(),
                "{%s: %s}".formatted(MappedEntity.word(best.way()), value),
                "%s: %.0f %% of its values stand in %s of %s"
                        .formatted(
                                sure, Math.floor(100 * best.share()), best.to().name(), best.file()));
    }

    String write(YamlLines lines) {
        lines.column(column);
        return written;
    }
}
