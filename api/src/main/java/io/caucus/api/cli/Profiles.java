package io.caucus.api.cli;

import io.caucus.ingest.Importer;
import java.util.Iterator;

/** The names of the import profiles, for help and completion. */
final class Profiles implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Importer.profiles().iterator();
    }
}
