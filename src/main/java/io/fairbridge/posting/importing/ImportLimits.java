package io.fairbridge.posting.importing;

/// How much one import takes.
public final class ImportLimits {

    /// Bytes of the file as it is sent.
    public static final long FILE_BYTES = 50L << 20;
    /// Rows of one file: lines of a table, releases of an OCDS file.
    public static final int ROWS = 20_000;
    /// Problems that a report lists; the counts go on.
    public static final int PROBLEMS = 200;
    /// Bytes that a ZIP, a gzipped file or a workbook may unpack to, all entries together.
    public static final long UNPACKED_BYTES = 200L << 20;
    /// Files in a ZIP, or parts of a workbook.
    public static final int ENTRIES = 5_000;
    /// Columns of a table.
    public static final int COLUMNS = 100;
    /// Characters of one cell, of one text in JSON and of one line of JSON Lines.
    public static final int CELL_CHARACTERS = 100_000;
    public static final int TEXT_CHARACTERS = 1_000_000;
    public static final int LINE_CHARACTERS = 4_000_000;
    /// Nested objects and arrays in JSON.
    public static final int JSON_DEPTH = 100;

    public static final int TITLE_CHARACTERS = 150;
    public static final int DESCRIPTION_CHARACTERS = 8_000;
    public static final int REFERENCE_CHARACTERS = 200;
    public static final int NAME_CHARACTERS = 200;
    public static final int MARKETS = 20;
    public static final int LANGUAGES = 20;

    private ImportLimits() {
    }
}
