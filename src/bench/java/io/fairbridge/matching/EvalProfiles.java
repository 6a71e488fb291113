package io.fairbridge.matching;

import io.fairbridge.search.embedding.Embedders;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.Profiler;
import io.fairbridge.taxonomy.ConceptTagger;
import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The profiles of a collection; kept under target/ when `-Dfairbridge.bench.cache=true`, for quick experiments.
record EvalProfiles(EvalCollection collection, List<PostingProfile> offerings, List<PostingProfile> demands) {

    static EvalProfiles of(EvalCollection collection) {
        return new EvalProfiles(collection, profiles(collection.name() + "-offerings", collection.offerings()),
                profiles(collection.name() + "-demands", collection.demands()));
    }

    private static List<PostingProfile> profiles(String name, List<EvalCollection.Posting> postings) {
        var cache = Path.of("target/bench", name + ".profiles");
        try {
            if (Boolean.getBoolean("fairbridge.bench.cache") && Files.exists(cache)) {
                return read(cache, postings.size());
            }
            var profiles = profiler().profileAll(postings.stream().map(EvalCollection.Posting::content).toList(),
                    postings.stream().map(EvalCollection.Posting::country).toList());
            write(cache, profiles);
            return profiles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Profiler profiler() {
        return new Profiler(Embedders.ANALYZER, new ConceptTagger(new Glossary(), new ServiceCategories()), Embedders.GLOSSER, Embedders.bundled());
    }

    private static List<PostingProfile> read(Path file, int count) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            var profiles = new ArrayList<PostingProfile>();
            for (int i = 0; i < count; i++) {
                profiles.add(PostingProfile.decode(in.readNBytes(in.readInt())));
            }
            return profiles;
        }
    }

    private static void write(Path file, List<PostingProfile> profiles) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            for (var profile : profiles) {
                var bytes = profile.encode();
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }
}
