package io.caucus.scoring.registry;

/** The registry, or what it was asked to do, is not as it must be. The message names the thing, the value, the rule and the next step. */
public final class RegistryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryRefused(String message) {
        super(message);
    }

    RegistryRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
