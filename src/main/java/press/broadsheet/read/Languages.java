package press.broadsheet.read;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import press.broadsheet.news.Language;

/** Knows which language tags name a language. */
final class Languages {
    private Languages() {}

    /** The language in its canonical form; empty if the tag is ill-formed or names no language of ISO 639. */
    static Optional<Language> of(String tag) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            // Throws for a language that is not in ISO 639.
            boolean named =
                    !locale.getLanguage().isEmpty() && !locale.getISO3Language().isEmpty();
            return named && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())
                    ? Optional.of(new Language(locale.toLanguageTag()))
                    : Optional.empty();
        } catch (IllformedLocaleException | MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    /** A field's language; empty if it is not given, or after telling that there is none of that name. */
    static Optional<Language> read(Fields fields, String field) {
        return fields.value(field).flatMap(value -> {
            Optional<Language> language = of(value.line());
            if (language.isEmpty()) {
                value.tell(
                        ContentFault.UNKNOWN_LANGUAGE,
                        "\"" + value.line() + "\" is no language.",
                        "Write its BCP 47 tag, such as en, uk or pt-BR.");
            }
            return language;
        });
    }
}
