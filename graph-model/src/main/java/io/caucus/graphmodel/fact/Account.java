package io.caucus.graphmodel.fact;

import io.caucus.graphmodel.time.FactTime;
import java.util.Optional;

/**
 * A company we sell to or might.
 *
 * @param name empty if sources told of the account, but never a name
 * @param domain its main internet domain, lower case
 * @param time when the record came to be
 */
public record Account(AccountId id, String name, Optional<String> domain, FactTime time) implements Fact {}
