/**
 * How far the data can be trusted: what is flawed among the records, and how the exports they came from looked.
 *
 * <p><b>Terms.</b> A <em>measure</em> counts the records that have one flaw, as of an instant. A <em>measurement</em> is its
 * answer: {@code part} of the {@code whole} have it. A stage is <em>entered</em> when it is not the one before told again; a
 * <em>move</em> is a stage entered from another one, or a close: the first open stage comes with the opportunity, or with the
 * export that told it. An opportunity is <em>open</em> unless its newest stage is won or lost. An <em>activity</em> is an
 * engagement about the opportunity's account that is not excluded.
 *
 * <p><b>Example.</b> Of 85 accounts none has a domain: {@code ACCOUNTS_WITHOUT_DOMAIN}, part 85, whole 85. That says that nobody
 * exported the domains; it says nothing about the accounts.
 */
@NullMarked
package io.caucus.graphmodel.quality;

import org.jspecify.annotations.NullMarked;
