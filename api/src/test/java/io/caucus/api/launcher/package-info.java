/** The product as people get it: the launcher, its commands, and what happens when something goes wrong around them. */
@NullMarked
package io.caucus.api.launcher;

import org.jspecify.annotations.NullMarked;
