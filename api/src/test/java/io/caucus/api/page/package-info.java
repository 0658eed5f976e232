/**
 * The pages, looked at as people do: in a real Chromium, by mouse and by keyboard, in light and dark, on a telephone and on a
 * wide screen. Without a Chromium these tests are skipped and say so.
 */
@NullMarked
package io.caucus.api.page;

import org.jspecify.annotations.NullMarked;
