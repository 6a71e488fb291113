/// Texts as words: segmentation, stemming and folding, the same for indexing, querying, highlighting and scoring.
@NamedInterface("text")
@NullMarked
package io.fairbridge.search.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
