package io.caucus.ingest;

import java.util.List;

/** Any files at all, as a {@link Mapping} says. */
final class GenericProfile implements Profile {

    static final String NAME = "generic";

    private final Mapping mapping;

    GenericProfile(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String name() {
        return mapping.source();
    }

    @Override
    public Expectations expectations() {
        return mapping.expectations();
    }

    /** In the order of the mapping, so its writer puts first what others refer to. */
    @Override
    public List<SourceFile> files() {
        return mapping.files().stream()
                .flatMap(file -> file.records().stream()
                        .map(record -> new SourceFile(List.of(file.name()), file.dateForm(), record)))
                .toList();
    }
}
