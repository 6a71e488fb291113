package io.fairbridge.posting.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From the classifications that publishers use to what is bought and to EBOPS 2010. The tables are data files, with
/// their sources at the top; the longest prefix of a code counts.
final class Crosswalk {

    private static final Pattern CODE = Pattern.compile("^([A-Z]?\\d+[A-Z]*)");
    private static final Pattern CPV_WITH_CHECK_DIGIT = Pattern.compile("\\d{8}-\\d");

    private final Map<String, Entry> cpv = table("cpv.tsv");
    private final Map<String, Entry> unspsc = table("unspsc.tsv");
    private final Map<String, Entry> cpcProvisional = table("cpc-prov.tsv");
    private final Map<String, Entry> cpc = table("cpc-21.tsv");
    private final Map<String, Entry> gsin = table("gsin.tsv");

    /// What a code stands for.
    ///
    /// @param category EBOPS 2010 code; null for goods
    record Entry(ProcurementKind kind, @Nullable String category) {
    }

    /// @param scheme as the publisher writes it; blank when it does not
    Optional<Entry> find(String scheme, String rawCode) {
        var text = rawCode.strip().toUpperCase(Locale.ROOT);
        var code = CODE.matcher(text);
        var table = table(scheme, text);
        if (table.isEmpty() || !code.find()) {
            return Optional.empty();
        }
        // Written as a number, a CPV code has lost its leading zero.
        var whole = table.get() == cpv && code.group(1).length() == 7 ? "0" + code.group(1) : code.group(1);
        return longestPrefix(table.get(), whole);
    }

    private Optional<Map<String, Entry>> table(String scheme, String code) {
        var name = scheme.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (name.equals("CPV") || name.equals("EUCPV") || name.matches("CPV20\\d\\d")) {
            return Optional.of(cpv);
        }
        if (name.startsWith("UNSPSC")) {
            return Optional.of(unspsc);
        }
        if (name.startsWith("GSIN")) {
            return Optional.of(gsin);
        }
        if (name.startsWith("CPC")) {
            return Optional.of(name.startsWith("CPC2") || name.startsWith("CPCV2") || name.startsWith("CPCVER2") ? cpc : cpcProvisional);
        }
        return name.isEmpty() && CPV_WITH_CHECK_DIGIT.matcher(code).matches() ? Optional.of(cpv) : Optional.empty();
    }

    private static Optional<Entry> longestPrefix(Map<String, Entry> table, String code) {
        for (int length = code.length(); length > 0; length--) {
            var entry = table.get(code.substring(0, length));
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Entry> table(String name) {
        var entries = new HashMap<String, Entry>();
        Tsv.rows(name).forEach(row -> entries.put(row.getFirst(),
                new Entry(ProcurementKind.valueOf(row.get(1)), row.get(2).isEmpty() ? null : row.get(2))));
        return Map.copyOf(entries);
    }
}
