package io.fairbridge.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The tab-separated tables beside this class: first line the header, no quoting.
final class Table {

    private Table() {
    }

    static Stream<Map<String, String>> rows(String name) {
        var lines = lines(name);
        var header = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> {
            var cells = line.split("\t", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], i < cells.length ? cells[i].strip() : "");
            }
            return row;
        });
    }

    static List<String> list(String cell, String separator) {
        return cell.isBlank() ? List.of() : Arrays.stream(cell.split(separator)).map(String::strip).toList();
    }

    private static List<String> lines(String name) {
        try (var stream = Table.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
