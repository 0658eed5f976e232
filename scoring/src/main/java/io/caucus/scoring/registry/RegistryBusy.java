package io.caucus.scoring.registry;

/** Another process has held the registry for too long. */
public final class RegistryBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryBusy(String message) {
        super(message);
    }
}
