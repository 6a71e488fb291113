package io.fairbridge.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private final MongoTemplate mongo;

    AccountRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(Account.class).createIndex(new Index().on("email", Sort.Direction.ASC).unique());
    }

    /// Keeps a new account; false when its address is in use.
    boolean add(Account account) {
        try {
            mongo.insert(account);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void replace(Account account) {
        mongo.save(account);
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Account.class));
    }

    Optional<Account> findByEmail(String email) {
        return Optional.ofNullable(mongo.findOne(query(where("email").is(email)), Account.class));
    }

    List<Account> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), Account.class);
    }

    boolean isEmpty() {
        return mongo.findOne(new Query().limit(1), Account.class) == null;
    }

    void addOrganisation(String accountId, String organisationId) {
        mongo.updateFirst(query(where("_id").is(accountId)), new Update().addToSet("organisationIds", organisationId), Account.class);
    }

    /// Ids of all accounts, in the order of their opening.
    List<String> allIds() {
        var ids = new Query().with(Sort.by("_id"));
        ids.fields().include("_id");
        return mongo.find(ids, org.bson.Document.class, "accounts").stream().map(account -> account.get("_id").toString()).toList();
    }
}
