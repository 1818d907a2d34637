package press.broadsheet.news;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A language that the paper is published in.
 *
 * @param tag a BCP 47 tag in its canonical form, for example {@code en}, {@code uk}, {@code pt-BR}
 */
public record Language(String tag) {
    /** A paper has few languages, and asks for their locales on every page; the JDK takes each tag apart anew. */
    private static final Map<String, Locale> LOCALES = new ConcurrentHashMap<>();

    // Compared for every link of every page; what a record brings by itself is several times slower.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Language that && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi");

    /** The primary subtag: {@code pt} of {@code pt-BR}. */
    public String primary() {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    public Locale locale() {
        return LOCALES.computeIfAbsent(tag, Locale::forLanguageTag);
    }

    /** {@code rtl} or {@code ltr}, as in the HTML attribute {@code dir}. */
    public String direction() {
        String script = locale().getScript();
        boolean rightToLeft = script.isEmpty()
                ? RIGHT_TO_LEFT.contains(primary())
                : Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo").contains(script);
        return rightToLeft ? "rtl" : "ltr";
    }
}
