/**
 * Who is let in.
 *
 * <p>Nobody is, unless a path is on a short list or the request proves who asks: by a bearer token, or by the session cookie
 * that a one-time sign-in link sets. Keys and open links live in the data folder, readable by its owner only, so the command
 * line can print a link while the server runs in another process. Example: {@code caucus signin} keeps the hash of a random
 * code for ten minutes; opening the link deletes the hash and sets a cookie for twelve hours; opening it again does nothing.
 */
@NullMarked
package io.caucus.api.security;

import org.jspecify.annotations.NullMarked;
