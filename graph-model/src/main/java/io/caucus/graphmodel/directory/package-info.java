/** Finding accounts and people, a page at a time, and telling what a key stands for. */
@NullMarked
package io.caucus.graphmodel.directory;

import org.jspecify.annotations.NullMarked;
