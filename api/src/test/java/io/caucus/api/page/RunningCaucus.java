package io.caucus.api.page;

import java.net.URI;

/** A service that answers, with accounts in it; found by {@link java.util.ServiceLoader}. */
public interface RunningCaucus extends AutoCloseable {

    URI baseUrl();

    /** A link that signs a browser in; it may work once only. */
    URI signInLink();

    /** The key of an account with a score, at least two people who know each other, and a timeline. */
    String scoredAccount();

    /** The key of an account that has no score. */
    String unscoredAccount();

    @Override
    void close();
}
