package io.fairbridge.notification;

/// News on its way into one inbox.
record Message(String accountId, News news) {

    /// The same in every repetition.
    String key() {
        return news.subject() + ":" + accountId;
    }
}
