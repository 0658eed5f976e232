@NullMarked
package io.caucus.api.cli;

import org.jspecify.annotations.NullMarked;
