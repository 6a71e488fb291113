package io.fairbridge.posting;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// An offering or a demand.
///
/// @param revision    counts the changes, from 1
/// @param state       `DRAFT`, `PUBLISHED` or `WITHDRAWN`; see [#status] for what readers are told
/// @param source      where it came from; null unless from outside
/// @param publishedAt when it was first published; null for a draft
@Document("postings")
public record Posting(
        @Id String id,
        PostingKind kind,
        String organisationId,
        int revision,
        PostingStatus state,
        PostingContent content,
        @Nullable Source source,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) implements GlobalNode {

    @Override
    public GlobalId globalId() {
        return globalId(kind, id);
    }

    /// The global id of the posting of this kind with this id.
    public static GlobalId globalId(PostingKind kind, String id) {
        return new GlobalId(kind == PostingKind.OFFERING ? "Offering" : "Demand", id);
    }

    /// What readers are told: a published posting whose time is over is expired.
    public PostingStatus status(Instant now) {
        boolean over = content.validUntil() != null && !content.validUntil().isAfter(now);
        return state == PostingStatus.PUBLISHED && over ? PostingStatus.EXPIRED : state;
    }

    public boolean isOnTheMarket(Instant now) {
        return status(now) == PostingStatus.PUBLISHED;
    }

    /// Where its party is based: that of an imported posting may be another than the organisation that imported it.
    public CountryCode country(CountryCode ofOrganisation) {
        return Optional.ofNullable(source).map(Source::country).orElse(ofOrganisation);
    }

    /// Who stands behind it: the organisation, or the party named by the source of an imported posting.
    public String party() {
        return organisationId + Optional.ofNullable(source).map(Source::buyerName).map(name -> "/" + name).orElse("");
    }

    Posting changed(PostingContent changed, Instant now) {
        return new Posting(id, kind, organisationId, revision + 1, state, changed, source, createdAt, now, publishedAt);
    }

    Posting published(Instant now) {
        return new Posting(id, kind, organisationId, revision + 1, PostingStatus.PUBLISHED, content, source, createdAt, now,
                publishedAt == null ? now : publishedAt);
    }

    Posting withdrawn(Instant now) {
        return new Posting(id, kind, organisationId, revision + 1, PostingStatus.WITHDRAWN, content, source, createdAt, now, publishedAt);
    }

    Posting received(PostingContent changed, Source from, Instant now) {
        return new Posting(id, kind, organisationId, revision + 1, state, changed, from, createdAt, now, publishedAt);
    }
}
