package io.fairbridge.matching;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reasons in words. What a reason's arguments mean, by kind:
///
/// - `SHARED_CONCEPT`: four a concept: its name in Chinese, in English, the offering's words, the demand's words
/// - `CATEGORY`: `SAME`, `NEAR` or `FAR`, then the names of the offering's and the demand's category, each in Chinese and English
/// - `MARKET`: `FITS`, `PARTLY` or `MISSES`, then country codes, served ones or in the last case wanted ones
/// - `DELIVERY_MODE`: `FITS` or `MISSES`, then modes, common ones or in the last case wanted ones
/// - `LANGUAGE`: `FITS` or `MISSES`, then language codes, common ones or in the last case wanted ones
/// - `PRICE`: `FITS`, `OTHER_SCALE` or `MISSES`, then the offering's price and the demand's budget
/// - `MEANING`: `STRONG`, `FAIR` or `WEAK`
/// - `WORDS`: the words
sealed interface ReasonTexts {

    static ReasonTexts of(Locale reader) {
        return reader.getLanguage().equals("zh") ? new Chinese() : new English();
    }

    String summary(Reason reason);

    private static String joined(List<String> codes, Function<String, String> name, String separator) {
        return codes.stream().map(name).collect(Collectors.joining(separator));
    }

    private static List<String> rest(Reason reason) {
        return reason.args().subList(1, reason.args().size());
    }

    /// Names of concepts, each followed by the words of both texts where they differ from the name.
    private static String concepts(List<String> args, int label, String open, String close, String separator) {
        var names = new ArrayList<String>();
        for (int i = 0; i + 3 < args.size(); i += 4) {
            var name = args.get(i + label);
            var words = List.of(args.get(i + 2), args.get(i + 3)).stream().distinct()
                    .filter(word -> !word.equalsIgnoreCase(name)).toList();
            names.add(words.isEmpty() ? name : name + open + String.join(" / ", words) + close);
        }
        return String.join(separator, names);
    }

    record English() implements ReasonTexts {

        @Override
        public String summary(Reason reason) {
            var args = reason.args();
            return switch (reason.kind()) {
                case SHARED_CONCEPT -> "Both speak of " + concepts(args, 1, " (", ")", ", ");
                case CATEGORY -> switch (args.getFirst()) {
                    case "SAME" -> "Same kind of service: " + args.get(2);
                    case "NEAR" -> "Related kinds of service: %s and %s".formatted(args.get(2), args.get(4));
                    default -> "Filed under another kind of service: %s, wanted is %s".formatted(args.get(2), args.get(4));
                };
                case MARKET -> switch (args.getFirst()) {
                    case "FITS" -> rest(reason).isEmpty() ? "Serves any market" : "Serves " + countries(reason);
                    case "PARTLY" -> "Serves " + countries(reason) + ", but not every market wanted";
                    default -> "Does not name " + countries(reason) + " among its markets";
                };
                case DELIVERY_MODE -> args.getFirst().equals("FITS")
                        ? "Delivered as wanted: " + modes(reason)
                        : "Not offered as wanted: " + modes(reason);
                case LANGUAGE -> args.getFirst().equals("FITS")
                        ? "Can work together in " + languages(reason)
                        : "No common working language; wanted is " + languages(reason);
                case PRICE -> switch (args.getFirst()) {
                    case "FITS" -> "Price %s lies within the budget %s".formatted(args.get(1), args.get(2));
                    case "OTHER_SCALE" -> "Price %s points to another scale of work than the budget %s".formatted(args.get(1), args.get(2));
                    default -> "Price %s is above the budget %s".formatted(args.get(1), args.get(2));
                };
                case MEANING -> switch (args.getFirst()) {
                    case "STRONG" -> "The offering describes what the demand asks for";
                    case "FAIR" -> "The texts are about similar things";
                    default -> "The texts have a little in common";
                };
                case WORDS -> "Same words: " + String.join(", ", args);
            };
        }

        private static String countries(Reason reason) {
            return joined(rest(reason), code -> new CountryCode(code).name(Locale.ENGLISH), ", ");
        }

        private static String languages(Reason reason) {
            return joined(rest(reason), code -> new LanguageCode(code).name(Locale.ENGLISH), ", ");
        }

        private static String modes(Reason reason) {
            return joined(rest(reason), mode -> switch (mode) {
                case "CROSS_BORDER" -> "remotely, across the border";
                case "CONSUMPTION_ABROAD" -> "at the supplier's place";
                case "COMMERCIAL_PRESENCE" -> "through a local establishment";
                default -> "by people on site";
            }, "; ");
        }
    }

    record Chinese() implements ReasonTexts {

        @Override
        public String summary(Reason reason) {
            var args = reason.args();
            return switch (reason.kind()) {
                case SHARED_CONCEPT -> "双方都提到" + concepts(args, 0, "（", "）", "、");
                case CATEGORY -> switch (args.getFirst()) {
                    case "SAME" -> "同属" + args.get(1);
                    case "NEAR" -> "服务类别相近：" + args.get(1) + "与" + args.get(3);
                    default -> "服务类别不同：供方为" + args.get(1) + "，需方为" + args.get(3);
                };
                case MARKET -> switch (args.getFirst()) {
                    case "FITS" -> rest(reason).isEmpty() ? "服务不限市场" : "可服务" + countries(reason) + "市场";
                    case "PARTLY" -> "可服务" + countries(reason) + "市场，但未覆盖全部所需市场";
                    default -> "所列市场未包括" + countries(reason);
                };
                case DELIVERY_MODE -> (args.getFirst().equals("FITS") ? "交付方式相符：" : "未提供所需的交付方式：") + modes(reason);
                case LANGUAGE -> args.getFirst().equals("FITS")
                        ? "可用" + languages(reason) + "沟通"
                        : "没有共同的工作语言，需方要求" + languages(reason);
                case PRICE -> switch (args.getFirst()) {
                    case "FITS" -> "报价%s在预算%s之内".formatted(args.get(1), args.get(2));
                    case "OTHER_SCALE" -> "报价%s与预算%s规模不同".formatted(args.get(1), args.get(2));
                    default -> "报价%s超出预算%s".formatted(args.get(1), args.get(2));
                };
                case MEANING -> switch (args.getFirst()) {
                    case "STRONG" -> "供给内容正是需求所要的";
                    case "FAIR" -> "两段文字所述相近";
                    default -> "两段文字略有相关";
                };
                case WORDS -> "共同用词：" + String.join("、", args);
            };
        }

        private static String countries(Reason reason) {
            return joined(rest(reason), code -> new CountryCode(code).name(Locale.SIMPLIFIED_CHINESE), "、");
        }

        private static String languages(Reason reason) {
            return joined(rest(reason), code -> new LanguageCode(code).name(Locale.SIMPLIFIED_CHINESE), "、");
        }

        private static String modes(Reason reason) {
            return joined(rest(reason), mode -> switch (mode) {
                case "CROSS_BORDER" -> "远程跨境交付";
                case "CONSUMPTION_ABROAD" -> "客户到供方所在地";
                case "COMMERCIAL_PRESENCE" -> "在当地设点服务";
                default -> "派人到现场";
            }, "；");
        }
    }
}
