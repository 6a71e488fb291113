package io.fairbridge.matching;

import java.util.List;
import java.util.Locale;

/// One thing that speaks for a match or against it.
///
/// @param points   what it adds to the score; negative for something that does not fit, 0 for something merely worth knowing
/// @param args     what the sentence needs to know; their meaning depends on the kind, see [ReasonTexts]
/// @param evidence the words of both postings that it rests on; empty when it rests on fields
public record Reason(ReasonKind kind, int points, List<String> args, List<Evidence> evidence) {

    public Reason {
        args = List.copyOf(args);
        evidence = List.copyOf(evidence);
    }

    Reason worth(int points) {
        return new Reason(kind, points, args, evidence);
    }

    /// The reason as a sentence: Chinese for readers of Chinese, English for all others.
    public String summary(Locale reader) {
        return ReasonTexts.of(reader).summary(this);
    }
}
