/// Texts as vectors: a small model a language, brought into one space.
@NamedInterface("embedding")
@NullMarked
package io.fairbridge.search.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
