package io.fairbridge.platform.upload;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.gridfs.model.GridFSFile;
import io.fairbridge.platform.GlobalId;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;
import org.springframework.stereotype.Service;

/// Keeps uploaded files in GridFS and gives them back to the account that sent them.
@Service
@EnableConfigurationProperties(UploadProperties.class)
public class Uploads {

    private static final String TYPE = "Upload";
    private static final String ACCOUNT = "metadata.upload.account";
    private static final String KEPT_SINCE = "metadata.upload.since";
    private static final int NAME_LIMIT = 200;

    private final GridFsTemplate files;
    private final UploadProperties properties;
    private final Clock clock;

    Uploads(GridFsTemplate files, UploadProperties properties, Clock clock) {
        this.files = files;
        this.properties = properties;
        this.clock = clock;
    }

    /// Keeps a file for the account.
    ///
    /// @return its global id
    String keep(String accountId, String fileName, InputStream content) {
        makeRoom(accountId);
        var metadata = new Document("upload", new Document("account", accountId).append("since", Date.from(clock.instant())));
        var id = files.store(content, name(fileName), metadata);
        return new GlobalId(TYPE, id.toHexString()).encoded();
    }

    /// The file with this global id; empty when there is none, or it is another account's or too old.
    public Optional<Upload> find(String globalId, String accountId) {
        return GlobalId.local(globalId, TYPE).filter(ObjectId::isValid)
                .map(id -> files.findOne(query(where("_id").is(new ObjectId(id)).and(ACCOUNT).is(accountId).andOperator(fresh()))))
                .map(file -> new Upload(file.getFilename(), () -> files.getResource(file).getInputStream()));
    }

    private Criteria fresh() {
        return where(KEPT_SINCE).gte(Date.from(clock.instant().minus(properties.kept())));
    }

    // Whoever sends a file clears away: everybody's files that are too old, and the oldest own ones above the limit.
    private void makeRoom(String accountId) {
        files.delete(query(where(KEPT_SINCE).lt(Date.from(clock.instant().minus(properties.kept())))));
        files.find(query(where(ACCOUNT).is(accountId)).with(Sort.by(Sort.Direction.DESC, KEPT_SINCE, "_id")).skip(properties.perAccount() - 1L))
                .map(GridFSFile::getId).into(new ArrayList<>())
                .forEach(id -> files.delete(query(where("_id").is(id))));
    }

    // The last part of a path that some browsers send, without anything that could confuse a reader.
    private static String name(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(plain.length(), NAME_LIMIT));
    }
}
