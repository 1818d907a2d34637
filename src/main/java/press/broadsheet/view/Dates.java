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

    /** The four ways in which every page writes instants; the same for all pages of an edition. */
    private record Patterns(
            DateTimeFormatter date, DateTimeFormatter time, DateTimeFormatter full, DateTimeFormatter brief) {}

    private final NewsDesk desk;
    private final Locale locale;
    private final ZoneId zone;
    private final Formats formats;
    private @Nullable Patterns patterns;

    Dates(NewsDesk desk, Formats formats) {
        this.desk = desk;
        this.locale = desk.language().locale();
        this.zone = desk.site().zone();
        this.formats = formats;
    }

    /** The same, asking another desk of the same edition. */
    Dates by(NewsDesk other) {
        return new Dates(other, formats);
    }

    DateView of(Instant instant) {
        Patterns known = patterns;
        if (known == null) {
            known = desk.shared(Patterns.class, own -> by(own).patterns());
            patterns = known;
        }
        ZonedDateTime there = instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
        return new DateView(
                iso(there),
                known.date().format(there),
                known.time().format(there),
                known.full().format(there),
                known.brief().format(there));
    }

    /** @param dayOnly whether nobody gave a time: then none is printed, for midnight would be a claim */
    DateView of(Instant instant, boolean dayOnly) {
        DateView whole = of(instant);
        return dayOnly
                ? new DateView(
                        DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atZone(zone)),
                        whole.date(),
                        "",
                        whole.date(),
                        whole.brief())
                : whole;
    }

    private Patterns patterns() {
        return new Patterns(format("date.long"), format("date.time"), format("date.full"), format("date.brief"));
    }

    /** ISO 8601 with the paper's offset. */
    String iso(Instant instant) {
        return iso(instant.atZone(zone));
    }

    /** Every page says this several times over; the JDK's formatter takes twenty times as long. */
    private static String iso(ZonedDateTime there) {
        int year = there.getYear();
        if (year < 1000 || year > 9999) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there.truncatedTo(ChronoUnit.SECONDS));
        }
        var iso = new StringBuilder(25).append(year);
        two(iso.append('-'), there.getMonthValue());
        two(iso.append('-'), there.getDayOfMonth());
        two(iso.append('T'), there.getHour());
        two(iso.append(':'), there.getMinute());
        two(iso.append(':'), there.getSecond());
        return iso.append(there.getOffset().getId()).toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
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
        return formats.of(new Words(desk).say(key), usual, locale);
    }
}
