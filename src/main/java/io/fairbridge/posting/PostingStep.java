package io.fairbridge.posting;

import java.util.List;

/// Something that is done about every changed posting, after the change and outside of the request. Steps run in the
/// order of their `@Order`; each may run again for the same change, so it must not matter how often.
public interface PostingStep {

    void process(List<Posting> changed);
}
