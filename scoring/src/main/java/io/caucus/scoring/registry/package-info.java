/**
 * Which models there are, which of them serves, and who decided it.
 *
 * <p>A {@link io.caucus.scoring.registry.ModelRegistry} is a folder. Each version lies in it as training wrote it, under the hash of its
 * bytes, with its report and a model card. What happened to versions stands in {@code changelog.jsonl}, one line an event, each line
 * holding the hash of the one before; the aliases <em>champion</em> (serves) and <em>challenger</em> (the newest that might) are
 * worked out from it and kept nowhere else.
 *
 * <p>Example: ana registers A, bo promotes it, ana registers B, bo promotes it: champion B, no challenger. A rollback makes A
 * the champion again; a second one leaves none, as before A was promoted.
 */
@NullMarked
package io.caucus.scoring.registry;

import org.jspecify.annotations.NullMarked;
