package io.fairbridge.platform.graphql;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of the request path.
///
/// @param explorer       GraphiQL and introspection, both on or both off
/// @param requestTimeout after which a query or mutation is answered `UNAVAILABLE`; subscriptions are exempt
/// @param longTimeout    the same for documents that name one of the `longFields`
/// @param longFields     fields whose work may take long, such as reading a file of 20,000 rows
/// @param bodySize       largest HTTP body, variables included
/// @param documents      parsed and validated documents kept, by the characters of their text
/// @param allowedOrigins origins besides the own one whose pages may call, as patterns such as `https://*.example.org`
@ConfigurationProperties("fairbridge.graphql")
public record GraphQlSettings(
        @DefaultValue("true") boolean explorer,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("5m") Duration longTimeout,
        @DefaultValue("importPostings") Set<String> longFields,
        @DefaultValue("1MB") DataSize bodySize,
        @DefaultValue("2000000") long documents,
        @DefaultValue({"http://localhost:[*]", "http://127.0.0.1:[*]"}) List<String> allowedOrigins,
        @DefaultValue Limits limits,
        @DefaultValue Socket socket) {

    /// What one document may ask for. The largest operation of our own clients fits more than twice.
    ///
    /// @param characters          length of the document
    /// @param tokens              its names, punctuators and values
    /// @param depth               fields within fields; 15 is what the introspection query of graphql-js needs
    /// @param fields              fields, fragments written out, counted before any are merged
    /// @param rootFields          fields of an operation itself
    /// @param aliases             fields that are renamed, fragments written out
    /// @param directives          directives, fragments written out
    /// @param cost                fields to be answered: a connection counts its fields `first` times
    /// @param listSize            entries assumed of a list that is no connection
    /// @param validationErrors    how many of a document's faults are told
    /// @param credentialMutations fields of which a document may hold one in all, so that nobody tries a
    ///                            thousand passwords with one request
    public record Limits(
            @DefaultValue("20000") int characters,
            @DefaultValue("2000") int tokens,
            @DefaultValue("15") int depth,
            @DefaultValue("400") int fields,
            @DefaultValue("10") int rootFields,
            @DefaultValue("15") int aliases,
            @DefaultValue("15") int directives,
            @DefaultValue("25000") int cost,
            @DefaultValue("10") int listSize,
            @DefaultValue("5") int validationErrors,
            @DefaultValue({"signIn", "signUp"}) Set<String> credentialMutations) {

        public Limits {
            credentialMutations = Set.copyOf(credentialMutations);
        }
    }

    /// One websocket.
    ///
    /// @param initTimeout   within which `connection_init` must come
    /// @param ping          time between pings; who is silent for two of them is dropped
    /// @param messageSize   largest message from a client
    /// @param operations    operations under way at once
    /// @param queuedFrames  frames that wait for a slow reader before it is sent away
    /// @param queuedBytes   the same in bytes
    /// @param sendTimeout   how long one frame may take to be taken
    /// @param shutdownSpread over which the sockets are closed when the application stops
    public record Socket(
            @DefaultValue("10s") Duration initTimeout,
            @DefaultValue("12s") Duration ping,
            @DefaultValue("100KB") DataSize messageSize,
            @DefaultValue("50") int operations,
            @DefaultValue("256") int queuedFrames,
            @DefaultValue("4MB") DataSize queuedBytes,
            @DefaultValue("10s") Duration sendTimeout,
            @DefaultValue("3s") Duration shutdownSpread) {
    }

    public GraphQlSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        longFields = Set.copyOf(longFields);
    }
}
