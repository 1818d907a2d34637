package press.broadsheet.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.text.Interner;
import press.broadsheet.text.SolarHijri;

/** Prints dates in the edition's language and the paper's zone, by the theme's patterns. For one page. */
final class Dates {
    /**
     * Formatters already made. What a pattern and a locale make never changes, so that pages may share them; thread-safe.
     */
    static final class Formats {
        private record Key(String pattern, Locale locale, List<String> months) {}

        private final Map<Key, DateTimeFormatter> made = new ConcurrentHashMap<>();

        /** A paper has far fewer days than articles. */
        private final Interner<String> written = new Interner<>();

        /** @param months the names of the months; empty for those that Java knows */
        private DateTimeFormatter of(String pattern, String otherwise, Locale locale, List<String> months) {
            return made.computeIfAbsent(
                    new Key(pattern, locale, months), key -> make(pattern, otherwise, locale, months));
        }

        /** A pattern that java.time cannot read must not cost the newsroom its paper: the usual one stands in. */
        private static DateTimeFormatter make(String pattern, String otherwise, Locale locale, List<String> months) {
            DateTimeFormatter format;
            try {
                format = SolarHijri.format(pattern, locale, months);
            } catch (IllegalArgumentException unreadable) {
                format = SolarHijri.format(otherwise, locale, months);
            }
            return format.withDecimalStyle(DecimalStyle.of(locale));
        }
    }

    /**
     * The four ways in which every page writes instants; the same for all pages of an edition.
     *
     * @param solar whether its days are those of the Persian calendar
     */
    private record Patterns(
            DateTimeFormatter date,
            DateTimeFormatter time,
            DateTimeFormatter full,
            DateTimeFormatter brief,
            boolean solar) {
        TemporalAccessor day(ZonedDateTime there) {
            return solar ? SolarHijri.of(there) : there;
        }
    }

    private final NewsDesk desk;
    private final Locale locale;
    private final ZoneId zone;
    private final Formats formats;
    private @Nullable Patterns patterns;

    Dates(NewsDesk desk, Formats formats) {
        this.desk = desk;
        this.locale = desk.language().locale();
        this.zone = desk.zone();
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
        TemporalAccessor day = known.day(there);
        return new DateView(
                iso(there),
                formats.written.of(known.date().format(day)),
                formats.written.of(known.time().format(day)),
                known.full().format(day),
                formats.written.of(known.brief().format(day)));
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
        List<String> months = isSolar() ? months() : List.of();
        return new Patterns(
                format("date.long", months),
                format("date.time", months),
                format("date.full", months),
                format("date.brief", months),
                isSolar());
    }

    private boolean isSolar() {
        return new Words(desk).say("date.calendar", "").equals("persian");
    }

    private List<String> months() {
        return List.of(new Words(desk).say("date.months", "").split("\\s*[,،]\\s*", -1));
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

    /**
     * The name of an archive by its key: {@code 2026}, {@code 2026/11}, {@code 2026/11/24}. Years and months are Gregorian in
     * every calendar, as they are in the address: another calendar's would hold other days.
     */
    String archive(String key) {
        String[] parts = key.split("/", -1);
        LocalDate day = LocalDate.of(
                Integer.parseInt(parts[0]),
                parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 1);
        if (parts.length > 2 && isSolar()) {
            return format("date.long", months()).format(SolarHijri.of(day));
        }
        return format(parts.length == 1 ? "date.year" : parts.length == 2 ? "date.month" : "date.long", List.of())
                .format(day);
    }

    private DateTimeFormatter format(String key, List<String> months) {
        String usual = Words.ENGLISH.getOrDefault(key, "uuuu-MM-dd");
        return formats.of(new Words(desk).say(key), usual, locale, months);
    }
}
