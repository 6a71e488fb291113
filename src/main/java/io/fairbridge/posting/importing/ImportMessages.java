package io.fairbridge.posting.importing;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Says problems in Chinese or English.
public final class ImportMessages {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public ImportMessages() {
        messages.setBasename("io.fairbridge.posting.importing.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        messages.setFallbackToSystemLocale(false);
    }

    /// The problem in the reader's language, English for all but Chinese readers.
    public String say(RowProblem problem, Locale reader) {
        // As texts, so that a line number is not written with thousands separators.
        var args = problem.args().stream().map(String::valueOf).toArray();
        return messages.getMessage("error." + key(problem.code()), args, reader);
    }

    /// The key under which the application's messages say it, without the prefix `error.`
    public static String key(ProblemCode code) {
        return "import." + code.name();
    }
}
