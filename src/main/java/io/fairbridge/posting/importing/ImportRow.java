package io.fairbridge.posting.importing;

import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader found at one position of a file.
public sealed interface ImportRow {

    /// Position from 1; 0 for the file itself.
    int row();

    /// Everything to know about it.
    List<RowProblem> problems();

    /// A row that can become a posting. Its problems are only to be known: a text was cut, a tender is over.
    record ImportedPosting(int row, PostingContent content, Source source, List<RowProblem> problems)
            implements ImportRow {
        public ImportedPosting {
            problems = List.copyOf(problems);
        }
    }

    /// A row left out on purpose, such as goods and works among tenders.
    ///
    /// @param cancelled where a tender that has been cancelled came from: its demand leaves the market; else null
    record SkippedRow(int row, List<RowProblem> problems, @Nullable Source cancelled) implements ImportRow {
        public SkippedRow {
            problems = List.copyOf(problems);
        }
    }

    /// A row with mistakes, all of them.
    record RejectedRow(int row, List<RowProblem> problems) implements ImportRow {
        public RejectedRow {
            problems = List.copyOf(problems);
        }
    }

    /// Something about the file itself. When `fatal` nothing follows, and nothing of the file may be kept.
    record FileNote(boolean fatal, List<RowProblem> problems) implements ImportRow {
        public FileNote {
            problems = List.copyOf(problems);
        }

        @Override
        public int row() {
            return 0;
        }
    }
}
