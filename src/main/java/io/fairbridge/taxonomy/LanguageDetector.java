package io.fairbridge.taxonomy;

import io.fairbridge.platform.LanguageCode;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Guesses the language of a text: the script first, then the commonest words, endings and letters of the languages
/// that share it. Made for titles and descriptions of tenders; a name or a number alone has no language.
@Component
public final class LanguageDetector {

    private record Habits(Set<String> words, String letters, String[] endings) {

        static Habits of(String words, String letters, String endings) {
            return new Habits(Set.copyOf(List.of(words.split(" "))), letters, endings.isEmpty() ? new String[0] : endings.split(" "));
        }

        double fit(String word) {
            double fit = words.contains(word) ? 1 : 0;
            if (word.chars().anyMatch(c -> letters.indexOf(c) >= 0)) {
                fit += 0.8;
            }
            for (var ending : endings) {
                if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                    fit += 0.5;
                    break;
                }
            }
            return fit;
        }
    }

    private static final Map<String, Habits> LATIN = new LinkedHashMap<>();
    private static final Map<String, Habits> CYRILLIC = new LinkedHashMap<>();

    static {
        LATIN.put("en", Habits.of("the and of to in for with on is are be by from this that our we will or as at an it which services service supply",
                "", "tion ing ment ness ship ity"));
        LATIN.put("fr", Habits.of("le la les des du et un une pour dans au aux sur avec par est sont de ce cette qui nous en ou travaux fourniture d l",
                "çœèêùû", "eaux aire tion ement ique eur"));
        LATIN.put("es", Habits.of("el la los las del y un una para en con por es son que se su al de o servicio servicios contratación obras suministro",
                "ñ¿¡", "ción dad miento ones ciones"));
        LATIN.put("pt", Habits.of("o a os as do da dos das e um uma para em no na nos nas com por é são que ao de serviço serviços aquisição",
                "ãõ", "ção ções dade mento agem"));
        LATIN.put("de", Habits.of("der die das und für von mit den dem des im zu zur zum auf ist sind ein eine wir nach bei oder als über",
                "ßäöü", "ung ungen keit heit lich ischen"));
        LATIN.put("ro", Habits.of("și si de la în in pentru cu din pe prin al a ale ai sau servicii servicii lucrări lucrari achiziție achizitie achiziția "
                + "achizitia privind conform care este sunt se nr public publice reparație reparatie procurarea pentru",
                "ășțţşî", "ului lor ilor elor ție țiilor tiei rea area irea ării uri ești ate"));
        LATIN.put("it", Habits.of("il lo la i gli le di del della dei delle e un una per in con da al alla è sono che si nel servizio servizi fornitura lavori",
                "òì", "zione zioni ità mento"));
        LATIN.put("nl", Habits.of("de het een en van voor in op met te is zijn aan door bij naar of als diensten", "", "ing heid lijk"));
        LATIN.put("pl", Habits.of("i w z na do dla oraz się jest od po przez usługi usług dostawa", "łąężźśćń", "nie ość ania owych ego"));
        LATIN.put("cs", Habits.of("a v na pro s z do se je o služby dodávka", "řěůčšž", "ní ost ování"));
        LATIN.put("tr", Habits.of("ve bir için ile bu olarak hizmet hizmetleri alımı", "ğış", "ları leri lık"));
        LATIN.put("vi", Habits.of("và của cho các được trong là dịch vụ", "đăơưạảấầậắằặẹẻếềệọỏốồộớờợụủứừự", ""));
        LATIN.put("id", Habits.of("dan yang untuk di dengan dari pada ini itu jasa layanan pengadaan", "", "kan nya"));

        CYRILLIC.put("ru", Habits.of("и в на по с для из от к не о об что услуги услуг работ работы поставка закупка оказание", "ыэёъ", "ого ение ение ости ия"));
        CYRILLIC.put("uk", Habits.of("і в на та з для від що це послуги послуг закупівля робіт", "іїєґ", "ння ого ості"));
        CYRILLIC.put("bg", Habits.of("и на за в от с по се е да услуги доставка", "", "то та ът ия ване"));
        CYRILLIC.put("kk", Habits.of("және үшін мен бойынша", "әғқңөұүһ", ""));
    }

    /// The likeliest language; empty when the text gives nothing to go by.
    public Optional<LanguageCode> detect(String text) {
        return LanguageCode.of(tag(text));
    }

    private static String tag(String text) {
        var scripts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
        int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int latin = scripts.getOrDefault(UnicodeScript.LATIN, 0);
        int cyrillic = scripts.getOrDefault(UnicodeScript.CYRILLIC, 0);
        if (kana > 0 && kana * 4 >= han) {
            return "ja";
        }
        // A Chinese character says as much as two or three letters of a word.
        if (han > 0 && han * 3 >= latin) {
            return "zh";
        }
        if (cyrillic > latin) {
            return best(text, CYRILLIC, "ru");
        }
        if (latin > 0) {
            return best(text, LATIN, "");
        }
        return scripts.entrySet().stream().max(Map.Entry.comparingByValue()).map(most -> switch (most.getKey()) {
            case HANGUL -> "ko";
            case ARABIC -> "ar";
            case THAI -> "th";
            case GREEK -> "el";
            case HEBREW -> "he";
            case DEVANAGARI -> "hi";
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            default -> "";
        }).orElse("");
    }

    private static String best(String text, Map<String, Habits> languages, String otherwise) {
        var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+");
        var best = otherwise;
        double most = 0;
        for (var language : languages.entrySet()) {
            double fit = 0;
            for (var word : words) {
                fit += language.getValue().fit(word);
            }
            if (fit > most) {
                most = fit;
                best = language.getKey();
            }
        }
        return best;
    }
}
