package press.broadsheet.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;

/** Prints dates in the edition's language and the paper's zone, by the theme's patterns. For one page. */
final class Dates {
    /**
     * Formatters already made. What a pattern and a locale make never changes, so that pages may share them; thread-safe.
     */
    static final class Formats {
        private record Key(String pattern, Locale locale) {}

        private final Map<Key, DateTimeFormatter> made = new ConcurrentHashMap<>();

        private DateTimeFormatter of(String pattern, String otherwise, Locale locale) {
            return made.computeIfAbsent(new Key(pattern, locale), key -> make(pattern, otherwise, locale));
        }

        /** A pattern that java.time cannot read must not cost the newsroom its paper: the usual one stands in. */
        private static DateTimeFormatter make(String pattern, String otherwise, Locale locale) {
            try {
                return DateTimeFormatter.ofPattern(pattern, locale).withDecimalStyle(DecimalStyle.of(locale));
            } catch (IllegalArgumentException unreadable) {
                return DateTimeFormatter.ofPattern(otherwise, locale).withDecimalStyle(DecimalStyle.of(locale));
            }
        }
    }

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;
    private final Formats formats;

    private @Nullable DateTimeFormatter date;
    private @Nullable DateTimeFormatter time;
    private @Nullable DateTimeFormatter full;
    private @Nullable DateTimeFormatter brief;

    Dates(NewsDesk desk, Formats formats) {
        this.words = new Words(desk);
        this.locale = desk.language().locale();
        this.zone = desk.site().zone();
        this.formats = formats;
    }

    DateView of(Instant instant) {
        if (date == null || time == null || full == null || brief == null) {
            date = format("date.long");
            time = format("date.time");
            full = format("date.full");
            brief = format("date.brief");
        }
        ZonedDateTime there = instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
        return new DateView(
                ISO.format(there), date.format(there), time.format(there), full.format(there), brief.format(there));
    }

    /** ISO 8601 with the paper's offset. */
    String iso(Instant instant) {
        return ISO.format(instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The name of an archive by its key: {@code 2026}, {@code 2026/11}, {@code 2026/11/24}. */
    String archive(String key) {
        String[] parts = key.split("/", -1);
        LocalDate day = LocalDate.of(
                Integer.parseInt(parts[0]),
                parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 1);
        return format(parts.length == 1 ? "date.year" : parts.length == 2 ? "date.month" : "date.long")
                .format(day);
    }

    private DateTimeFormatter format(String key) {
        String usual = Words.ENGLISH.getOrDefault(key, "uuuu-MM-dd");
        return formats.of(words.say(key), usual, locale);
    }
}
