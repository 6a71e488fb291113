package io.fairbridge.search.profile;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.Price;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Profiles as bytes: about 4 KB for an ordinary posting.
final class ProfileCodec {

    private static final int VERSION = 2;

    private ProfileCodec() {
    }

    static byte[] encode(PostingProfile profile) {
        var bytes = new ByteArrayOutputStream(4096);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(profile.language().value());
            out.writeUTF(profile.country().value());
            write(out, profile.title());
            write(out, profile.body());
            write(out, profile.terms());
            write(out, profile.englishTerms());
            out.writeShort(profile.concepts().size());
            for (var concept : profile.concepts()) {
                out.writeUTF(concept.conceptId());
                write(out, concept.count(), concept.place());
            }
            out.writeUTF(profile.statedCategory().orElse(""));
            out.writeUTF(join(profile.markets()));
            out.writeByte(profile.deliveryModes().stream().mapToInt(mode -> 1 << mode.ordinal()).sum());
            out.writeUTF(join(profile.languages()));
            write(out, profile.price());
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static PostingProfile decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("A profile of version " + version + ", not " + VERSION);
            }
            var language = new LanguageCode(in.readUTF());
            var country = new CountryCode(in.readUTF());
            var title = readMeaning(in);
            var body = readMeaning(in);
            var terms = readTerms(in);
            var englishTerms = readTerms(in);
            var concepts = new ArrayList<ProfileConcept>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                concepts.add(new ProfileConcept(in.readUTF(), in.readUnsignedShort(), readPlace(in)));
            }
            var category = in.readUTF();
            var markets = split(in.readUTF()).stream().map(CountryCode::new).collect(Collectors.toSet());
            int modes = in.readByte();
            var deliveryModes = EnumSet.allOf(DeliveryMode.class);
            deliveryModes.removeIf(mode -> (modes & 1 << mode.ordinal()) == 0);
            var languages = split(in.readUTF()).stream().map(LanguageCode::new).collect(Collectors.toSet());
            return new PostingProfile(language, country, title, body, terms, englishTerms, concepts,
                    category.isEmpty() ? null : category, markets, deliveryModes, languages, readPrice(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a profile", e);
        }
    }

    private static void write(DataOutputStream out, Meaning meaning) throws IOException {
        var bytes = meaning.bytes();
        out.writeShort(bytes.length);
        out.writeShort(meaning.secondView());
        out.write(bytes);
    }

    private static Meaning readMeaning(DataInputStream in) throws IOException {
        int dimensions = in.readUnsignedShort();
        int secondView = in.readUnsignedShort();
        return Meaning.ofBytes(in.readNBytes(dimensions), secondView);
    }

    private static void write(DataOutputStream out, List<ProfileTerm> terms) throws IOException {
        out.writeShort(terms.size());
        for (var term : terms) {
            out.writeUTF(term.term());
            write(out, term.count(), term.place());
        }
    }

    private static List<ProfileTerm> readTerms(DataInputStream in) throws IOException {
        var terms = new ArrayList<ProfileTerm>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            terms.add(new ProfileTerm(in.readUTF(), in.readUnsignedShort(), readPlace(in)));
        }
        return terms;
    }

    private static void write(DataOutputStream out, int count, Place place) throws IOException {
        out.writeShort(Math.min(count, 0xffff));
        out.writeByte(place.field().ordinal());
        out.writeShort(place.start());
        out.writeUTF(place.text());
    }

    private static Place readPlace(DataInputStream in) throws IOException {
        var field = Place.Field.values()[in.readByte()];
        int start = in.readUnsignedShort();
        var text = in.readUTF();
        return new Place(field, start, start + text.length(), text);
    }

    private static void write(DataOutputStream out, @Nullable Price price) throws IOException {
        out.writeUTF(price == null ? "" : price.currency().getCurrencyCode());
        if (price != null) {
            out.writeUTF(price.min() == null ? "" : price.min().toPlainString());
            out.writeUTF(price.max() == null ? "" : price.max().toPlainString());
        }
    }

    private static @Nullable Price readPrice(DataInputStream in) throws IOException {
        var currency = in.readUTF();
        return currency.isEmpty() ? null : new Price(amount(in.readUTF()), amount(in.readUTF()), Currency.getInstance(currency));
    }

    private static @Nullable BigDecimal amount(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static String join(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    private static Set<String> split(String codes) {
        return codes.isEmpty() ? Set.of() : Set.copyOf(List.of(codes.split(" ")));
    }
}
