package press.broadsheet.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How somebody should have written a date that they wrote as one does at home: {@code 20.11.2026}, {@code November 20, 2026
 * 8:15 pm}, {@code 20 листопада 2026}. A proposal for a message only: no date is ever read in these forms, since nobody
 * knows which month 5/6/2026 is in.
 */
public final class DateProposal {
    private static final Pattern QUOTED = Pattern.compile("[“”„«»‘’‚\"']+(.*?)[“”„«»‘’‚\"']+");
    private static final Pattern ZONE_NAME = Pattern.compile("(.*\\d) ?(?!(?:AM|PM)$)([A-Z]{2,5})");
    private static final Pattern TIME = Pattern.compile(
            "(.*?)(?:,? (?:at |о )?|[Tt])(\\d{1,2})(?:[:.](\\d{2}))?(?::\\d{2})? ?([AaPp])?\\.?(?:[Mm]\\.?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./ ](\\d{1,2})[-./ ](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-./])(\\d{1,2})[-./](\\d{4})");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile("(\\d{1,2})\\.? (?:of )?(\\p{L}{3,})\\.?,? (\\d{4})");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

    /** How the names of months begin, in the languages whose newsrooms we know. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
            List.of("січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"));

    private DateProposal() {}

    /** What to do about a date that cannot be read; empty if nobody can tell what is meant. */
    public static Optional<String> of(String text, ZoneId zone) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            String inner = quoted.group(1).strip();
            return (Dates.parse(inner, zone).isPresent() ? Optional.of("Write it as " + inner + ".") : of(inner, zone))
                    .map(hint -> "Leave out the quotation marks. " + hint);
        }
        Matcher named = ZONE_NAME.matcher(text);
        if (named.matches()) {
            String inner = named.group(1);
            return (Dates.parse(inner, zone).isPresent() ? Optional.of("Write it as " + inner + ".") : of(inner, zone))
                    .map(hint -> hint + " A time without offset is meant in the paper's zone, " + zone + ".");
        }
        return day(text, "").or(() -> {
            Matcher time = TIME.matcher(text);
            return time.matches() ? timed(time) : Optional.empty();
        });
    }

    private static Optional<String> timed(Matcher time) {
        int hour = Integer.parseInt(time.group(2));
        int minute = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        String half = time.group(4);
        if (half == null && time.group(3) == null) {
            return Optional.empty();
        }
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        if (hour == 24 && minute == 0) {
            return days(time.group(1)).map(day -> "A day ends at 23:59; write " + day.plusDays(1) + " 00:00.");
        }
        return hour > 23 || minute > 59
                ? Optional.empty()
                : day(time.group(1), String.format(Locale.ROOT, " %02d:%02d", hour, minute));
    }

    /** The day, if only one can be meant and it exists. */
    private static Optional<LocalDate> days(String text) {
        Matcher form = YEAR_FIRST.matcher(text);
        return form.matches()
                ? Optional.ofNullable(date(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    private static Optional<String> day(String text, String time) {
        String words = text.strip();
        Matcher form = YEAR_FIRST.matcher(words);
        if (form.matches()) {
            return written(form.group(1), form.group(2), form.group(3), time);
        }
        form = YEAR_LAST.matcher(words);
        if (form.matches()) {
            return yearLast(form, time);
        }
        form = DAY_NAME_YEAR.matcher(words);
        if (form.matches()) {
            return written(form.group(3), month(form.group(2)), form.group(1), time);
        }
        form = NAME_DAY_YEAR.matcher(words);
        return form.matches() ? written(form.group(3), month(form.group(1)), form.group(2), time) : Optional.empty();
    }

    /** Dots are written day first everywhere; strokes and hyphens in both orders. */
    private static Optional<String> yearLast(Matcher form, String time) {
        LocalDate dayFirst = date(form.group(4), form.group(3), form.group(1));
        LocalDate monthFirst = form.group(2).equals(".") ? null : date(form.group(4), form.group(1), form.group(3));
        if (dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst)) {
            return Optional.of("Write it as " + dayFirst + time + " or " + monthFirst + time
                    + ", whichever is meant: the year first, then the month.");
        }
        LocalDate only = dayFirst == null ? monthFirst : dayFirst;
        return only == null
                ? written(form.group(4), form.group(3), form.group(1), time)
                : Optional.of("Write it as " + only + time + ".");
    }

    private static Optional<String> written(String year, String month, String day, String time) {
        LocalDate date = date(year, month, day);
        if (date != null) {
            return Optional.of("Write it as " + date + time + ".");
        }
        int number = month.isEmpty() ? 0 : Integer.parseInt(month);
        if (number < 1 || number > 12) {
            return Optional.empty();
        }
        YearMonth of = YearMonth.of(Integer.parseInt(year), number);
        return Optional.of("The month " + of + " has " + of.lengthOfMonth() + " days.");
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return month.isEmpty()
                    ? null
                    : LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The number of a month by its name; empty if it is none. */
    private static String month(String name) {
        String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
        return MONTHS.stream()
                .map(names -> names.indexOf(start) + 1)
                .filter(number -> number > 0)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }
}
