package io.fairbridge.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

@Repository
class AnnouncementRepository {

    private final MongoTemplate mongo;

    AnnouncementRepository(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(Announcement announcement) {
        mongo.insert(announcement);
    }

    void replace(Announcement announcement) {
        mongo.save(announcement);
    }

    Map<String, Announcement> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), Announcement.class).stream().collect(toMap(Announcement::id, identity()));
    }

    /// Those that not everybody was told yet. Announcements are few.
    List<Announcement> unfinished() {
        return mongo.find(query(where("done").is(false)).with(Sort.by("_id")), Announcement.class);
    }
}
