package io.fairbridge.notification;

import io.fairbridge.platform.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// One account's open subscriptions on this node, and the newest of its notifications. Whoever is up to date is served
/// from there, so that a thousand subscriptions of one account read the store once; who is behind reads for itself.
final class Channel {

    private static final int TAIL = 32;

    private final Viewer viewer;
    private final Function<EntryId, List<Notification>> store;
    private final Set<LiveSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    /// The highest number heard of.
    private final AtomicLong known = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    /// Newest entries without a gap, oldest first.
    private volatile List<Notification> tail = List.of();
    private boolean used;
    private int holders;

    /// @param store reads what follows a place, without a gap
    Channel(Viewer viewer, Function<EntryId, List<Notification>> store) {
        this.viewer = viewer;
        this.store = store;
    }

    Viewer viewer() {
        return viewer;
    }

    /// One more subscription uses it. Called, like [#released], under the lock of the map that holds the channel.
    Channel held() {
        holders++;
        return this;
    }

    /// One subscription less uses it.
    ///
    /// @return whether others are left
    boolean released() {
        return --holders > 0;
    }

    void add(LiveSubscription subscription) {
        subscriptions.add(subscription);
    }

    void remove(LiveSubscription subscription) {
        subscriptions.remove(subscription);
    }

    int size() {
        return subscriptions.size();
    }

    /// The place where the next entry will be.
    EntryId next() {
        return place(known.get() + 1);
    }

    private EntryId place(long number) {
        return new EntryId(viewer.signedIn(), number);
    }

    /// Hears that the inbox goes this far.
    void heard(long number) {
        if (known.accumulateAndGet(number, Math::max) == number) {
            wake();
        }
    }

    /// Gets fresh entries without a gap, which spares reading them.
    void heard(List<Notification> fresh) {
        append(fresh);
        wake();
    }

    void wake() {
        subscriptions.forEach(LiveSubscription::wake);
    }

    /// What follows this number, as far as it is at hand or must be read; empty when nothing is known to follow.
    ///
    /// @param look whether to look into the store although nothing was heard of
    List<Notification> after(long number, boolean look) {
        var newest = fromTail(number);
        if (!newest.isEmpty()) {
            return newest;
        }
        if (!look && number >= known.get()) {
            return List.of();
        }
        return number < end(tail) ? store.apply(place(number)) : readOnce(number);
    }

    private List<Notification> readOnce(long number) {
        reading.lock();
        try {
            var newest = fromTail(number);
            if (!newest.isEmpty()) {
                return newest;
            }
            var found = store.apply(place(number));
            append(found);
            return found;
        } finally {
            reading.unlock();
        }
    }

    private List<Notification> fromTail(long number) {
        var newest = tail;
        if (newest.isEmpty() || number + 1 < newest.getFirst().number() || number >= end(newest)) {
            return List.of();
        }
        return newest.subList((int) (number + 1 - newest.getFirst().number()), newest.size());
    }

    private static long end(List<Notification> entries) {
        return entries.isEmpty() ? 0 : entries.getLast().number();
    }

    private synchronized void append(List<Notification> found) {
        if (found.isEmpty() || end(found) <= end(tail)) {
            return;
        }
        var joined = new ArrayList<Notification>();
        if (found.getFirst().number() <= end(tail) + 1) {
            tail.stream().filter(old -> old.number() < found.getFirst().number()).forEach(joined::add);
        }
        joined.addAll(found);
        tail = List.copyOf(joined.subList(Math.max(0, joined.size() - TAIL), joined.size()));
        used = true;
        known.accumulateAndGet(end(found), Math::max);
    }

    /// Lets go of a tail that nothing was added to since the last call.
    synchronized void tidy() {
        if (!used) {
            tail = List.of();
        }
        used = false;
    }
}
