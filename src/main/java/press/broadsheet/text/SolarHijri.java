package press.broadsheet.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A day of the Persian calendar (Solar Hijri), which Iran and Afghanistan count by: the year begins at the spring equinox, six
 * months have 31 days, five have 30, the last 29 or 30. Java has no such calendar.
 *
 * <p>Leap years are found by Kazimierz Borkowski's cycles (The Persian calendar for 3000 years, Earth, Moon, and Planets 74,
 * 1996), which agree with the astronomical rule for the years 1206 to 1498, that is 1827 to 2119.
 *
 * @param gregorian the same day, with the time of day if there is one; what is no part of a date is asked of it
 */
public record SolarHijri(TemporalAccessor gregorian, int year, int month, int day) implements TemporalAccessor {
    /** Years in which the rhythm of leap years changes. */
    private static final int[] BREAKS = {
        -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178
    };

    private static final int EPOCH = 621;
    private static final int LONG_MONTHS = 6;
    private static final int LONG = 31;
    private static final int SHORT = 30;

    /** The day of the Persian calendar on which {@code gregorian}, a date with or without a time, falls. */
    public static SolarHijri of(TemporalAccessor gregorian) {
        LocalDate date = LocalDate.from(gregorian);
        int year = date.getYear() - EPOCH;
        LocalDate first = newYear(year);
        if (date.isBefore(first)) {
            year--;
            first = newYear(year);
        }
        int passed = Math.toIntExact(date.toEpochDay() - first.toEpochDay());
        int longDays = LONG_MONTHS * LONG;
        return passed < longDays
                ? new SolarHijri(gregorian, year, passed / LONG + 1, passed % LONG + 1)
                : new SolarHijri(
                        gregorian,
                        year,
                        LONG_MONTHS + (passed - longDays) / SHORT + 1,
                        (passed - longDays) % SHORT + 1);
    }

    /** The Gregorian day on which a Persian year begins. */
    private static LocalDate newYear(int year) {
        int gregorianYear = year + EPOCH;
        int leaps = -14;
        int begin = BREAKS[0];
        int jump = 0;
        for (int at = 1; at < BREAKS.length; at++) {
            jump = BREAKS[at] - begin;
            if (year < BREAKS[at]) {
                break;
            }
            leaps += jump / 33 * 8 + jump % 33 / 4;
            begin = BREAKS[at];
        }
        int since = year - begin;
        leaps += since / 33 * 8 + (since % 33 + 3) / 4;
        if (jump % 33 == 4 && jump - since == 4) {
            leaps++;
        }
        int gregorianLeaps = gregorianYear / 4 - (gregorianYear / 100 + 1) * 3 / 4 - 150;
        return LocalDate.of(gregorianYear, 3, 20 + leaps - gregorianLeaps);
    }

    /**
     * A pattern of {@link DateTimeFormatter} whose months have the given names.
     *
     * @param months twelve names, from the year's first; with any other number Java's own are used, as for Gregorian dates
     * @throws IllegalArgumentException if the pattern cannot be read
     */
    public static DateTimeFormatter format(String pattern, Locale locale, List<String> months) {
        if (months.size() != 12) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
        Map<Long, String> names = new HashMap<>();
        for (String month : months) {
            names.put(names.size() + 1L, month);
        }
        var format = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int end = at;
            boolean named = isNamedMonth(pattern, at);
            if (named) {
                while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(at)) {
                    end++;
                }
                format.appendText(ChronoField.MONTH_OF_YEAR, names);
            } else {
                boolean quoted = false;
                while (end < pattern.length() && (quoted || !isNamedMonth(pattern, end))) {
                    quoted ^= pattern.charAt(end) == '\'';
                    end++;
                }
                format.appendPattern(pattern.substring(at, end));
            }
            at = end;
        }
        return format.toFormatter(locale);
    }

    private static boolean isNamedMonth(String pattern, int at) {
        return pattern.startsWith("MMM", at) || pattern.startsWith("LLL", at);
    }

    @Override
    public boolean isSupported(TemporalField field) {
        return gregorian.isSupported(field);
    }

    @Override
    public long getLong(TemporalField field) {
        if (field == ChronoField.YEAR || field == ChronoField.YEAR_OF_ERA) {
            return year;
        }
        if (field == ChronoField.MONTH_OF_YEAR) {
            return month;
        }
        return field == ChronoField.DAY_OF_MONTH ? day : gregorian.getLong(field);
    }

    @Override
    public <R> R query(TemporalQuery<R> query) {
        return gregorian.query(query);
    }
}
