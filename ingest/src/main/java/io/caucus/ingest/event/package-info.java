/**
 * Events become checked facts, however they travelled: by webhook or on a stream.
 *
 * <p><b>Terms.</b> An {@link io.caucus.ingest.event.Event} is one thing a system says has happened, with an identity that is the same
 * whenever it is delivered again, and a {@link io.caucus.ingest.event.EventMeaning}: the facts in it.
 * {@link io.caucus.ingest.event.EventTelling} writes many of them, each once. Our own envelope is CloudEvents 1.0: whatever the
 * graph's vocabulary has a word for can be sent as an event of a type {@code io.caucus.*}, which
 * {@link io.caucus.ingest.event.CaucusEvents} reads.
 *
 * <p><b>Example.</b> {@code {"specversion":"1.0","id":"17","source":"/shop","type":"io.caucus.account.change",
 * "time":"2026-11-01T09:00:00Z","data":{"id":"hubspot:42","field":"INDUSTRY","value":"Software"}}} tells that the industry of
 * the account {@code hubspot:42} became Software at nine, however often it is sent.
 *
 * <p><b>Order.</b> Events come late and in any order. So nothing needs to have been told before, except who works where when an
 * event names a person and no account.
 */
@NullMarked
package io.caucus.ingest.event;

import org.jspecify.annotations.NullMarked;
