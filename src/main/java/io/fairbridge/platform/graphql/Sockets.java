package io.fairbridge.platform.graphql;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// All open sockets, what they share, and one clockwork for all of them: one thread, whatever their number, and nothing
/// that blocks runs on it.
@Component
class Sockets implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sockets.class);

    private final Map<String, Socket> open = new ConcurrentHashMap<>();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final ScheduledThreadPoolExecutor clockwork;
    private final WebGraphQlHandler handler;
    private final SocketSignIn signIn;
    private final GraphQlSettings.Socket settings;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private volatile boolean running;
    private volatile boolean stopping;

    Sockets(WebGraphQlHandler handler, SocketSignIn signIn, GraphQlSettings settings, JsonMapper json, MeterRegistry meters) {
        this.handler = handler;
        this.signIn = signIn;
        this.settings = settings.socket();
        this.json = json;
        this.meters = meters;
        this.clockwork = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("sockets").daemon().factory());
        clockwork.setRemoveOnCancelPolicy(true);
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        meters.gaugeMapSize("fairbridge.graphql.sockets", List.of(), open);
        meters.gauge("fairbridge.graphql.subscriptions", subscriptions);
    }

    Socket opened(WebSocketSession session) {
        var socket = new Socket(session, this);
        open.put(session.getId(), socket);
        socket.opened();
        return socket;
    }

    void closed(WebSocketSession session, CloseStatus status) {
        meters.counter("fairbridge.graphql.socket.closed", "code", String.valueOf(status.getCode())).increment();
        var socket = open.remove(session.getId());
        if (socket != null) {
            socket.closed(status);
        }
    }

    boolean isStopping() {
        return stopping;
    }

    Future<?> in(Duration delay, Runnable task) {
        return clockwork.schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    Future<?> every(Duration period, Runnable task) {
        return clockwork.scheduleWithFixedDelay(task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void start() {
        stopping = false;
        running = true;
    }

    /// Sends all clients away, spread over some seconds, so that they do not all knock at the next node at once.
    @Override
    public void stop() {
        stopping = true;
        var leaving = new ArrayList<>(open.values());
        for (int i = 0; i < leaving.size(); i++) {
            var socket = leaving.get(i);
            in(settings.shutdownSpread().multipliedBy(i).dividedBy(leaving.size()), () -> socket.end(CloseReason.GOING_AWAY));
        }
        awaitAllClosed(settings.shutdownSpread().plusSeconds(2));
        running = false;
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
    }

    private void awaitAllClosed(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (!open.isEmpty()) {
            log.info("{} sockets did not close in time", open.size());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    WebGraphQlHandler handler() {
        return handler;
    }

    WebSocketGraphQlInterceptor interceptor() {
        return handler.getWebSocketInterceptor();
    }

    SocketSignIn signIn() {
        return signIn;
    }

    GraphQlSettings.Socket settings() {
        return settings;
    }

    JsonMapper json() {
        return json;
    }

    AtomicInteger subscriptions() {
        return subscriptions;
    }
}
