package io.fairbridge.posting.importing;

/// How the rows of a file are written.
public enum ImportFormat {
    /// Comma, semicolon or tab separated, with a header line in English or Chinese.
    CSV,
    /// An Excel workbook: its first sheet, with a header row.
    XLSX,
    /// A JSON object a line, with the names of a relevance collection.
    JSONL,
    /// Open Contracting Data Standard 1.0 or 1.1, plain, as JSON lines, gzipped or several files in a ZIP.
    OCDS
}
