package press.broadsheet.markdown;

import press.broadsheet.news.Language;

/**
 * How a language sets what is said.
 *
 * @param open and {@code close}: around what is said
 * @param innerOpen and {@code innerClose}: around what is said in what is said
 * @param dense whether words stand without spaces between them, so that a mark after a letter may well open
 */
record QuotationMarks(String open, String close, String innerOpen, String innerClose, boolean dense) {
    private static final String NARROW = "\u202f";

    static QuotationMarks of(Language language) {
        return switch (language.primary()) {
            case "uk", "ru", "be" -> spaced("«", "»", "„", "“");
            case "de" -> language.tag().endsWith("-CH") ? spaced("«", "»", "‹", "›") : spaced("„", "“", "‚", "‘");
            case "cs", "sk", "sl", "bg", "is", "et", "lt", "ka", "mk" -> spaced("„", "“", "‚", "‘");
            case "pl", "ro", "hu", "hr", "sr", "bs" -> spaced("„", "”", "«", "»");
            case "fr" -> spaced("«" + NARROW, NARROW + "»", "“", "”");
            case "ar", "fa", "ps", "ckb", "ku", "az", "hy" -> spaced("«", "»", "‹", "›");
            case "es", "it", "el", "ca", "gl", "eu", "nb", "no", "nn", "lv" -> spaced("«", "»", "“", "”");
            case "sv", "fi" -> spaced("”", "”", "’", "’");
            case "da" -> spaced("»", "«", "›", "‹");
            case "ja" -> new QuotationMarks("「", "」", "『", "』", true);
            case "zh" -> chinese(language.tag());
            default -> spaced("“", "”", "‘", "’");
        };
    }

    private static QuotationMarks chinese(String tag) {
        boolean corners = tag.contains("Hant") || tag.endsWith("-TW") || tag.endsWith("-HK") || tag.endsWith("-MO");
        return corners ? new QuotationMarks("「", "」", "『", "』", true) : new QuotationMarks("“", "”", "‘", "’", true);
    }

    private static QuotationMarks spaced(String open, String close, String innerOpen, String innerClose) {
        return new QuotationMarks(open, close, innerOpen, innerClose, false);
    }
}
