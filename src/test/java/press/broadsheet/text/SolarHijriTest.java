package press.broadsheet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolarHijriTest {
    private static final List<String> MONTHS = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");

    /** Days that history or the calendar's own rule fixes: new years of Iran's official calendar, and the revolution's day. */
    @ParameterizedTest
    @CsvSource({
        "1979-02-11, 1357, 11, 22",
        "1996-03-20, 1375, 1, 1",
        "2017-03-20, 1395, 12, 30",
        "2017-03-21, 1396, 1, 1",
        "2020-03-20, 1399, 1, 1",
        "2021-03-20, 1399, 12, 30",
        "2021-03-21, 1400, 1, 1",
        "2024-03-20, 1403, 1, 1",
        "2024-11-16, 1403, 8, 26",
        "2025-03-20, 1403, 12, 30",
        "2025-03-21, 1404, 1, 1",
        "2026-11-24, 1405, 9, 3",
        "2029-03-20, 1408, 1, 1",
        "2030-03-21, 1409, 1, 1",
    })
    void daysAreThoseOfThePersianCalendar(String gregorian, int year, int month, int day) {
        var solar = SolarHijri.of(LocalDate.parse(gregorian));
        assertEquals(List.of(year, month, day), List.of(solar.year(), solar.month(), solar.day()));
    }

    @Test
    void everyDayFollowsTheOneBefore() {
        var before = SolarHijri.of(LocalDate.of(1900, 1, 1));
        for (var date = LocalDate.of(1900, 1, 2); date.getYear() < 2100; date = date.plusDays(1)) {
            var day = SolarHijri.of(date);
            int length = before.month() <= 6 ? 31 : before.month() < 12 ? 30 : before.day() >= 29 ? before.day() : 30;
            boolean next = day.month() == before.month()
                    ? day.day() == before.day() + 1
                    : day.day() == 1 && before.day() == length && day.month() == before.month() % 12 + 1;
            assertEquals(true, next, before + " then " + day);
            before = day;
        }
    }

    @Test
    void aPatternPrintsPersianDaysWithTheTimeOfDay() {
        DateTimeFormatter format = SolarHijri.format("EEEE d MMMM uuuu، HH:mm", Locale.forLanguageTag("fa"), MONTHS);
        var there = ZonedDateTime.of(2026, 11, 24, 18, 5, 0, 0, ZoneId.of("Asia/Tehran"));
        assertEquals("سه‌شنبه 3 آذر 1405، 18:05", format.format(SolarHijri.of(there)));
    }

    @Test
    void wordsInAPatternAreNoMonths() {
        DateTimeFormatter format = SolarHijri.format("d LLL 'MMM LLL' uu", Locale.ENGLISH, MONTHS);
        assertEquals("3 آذر MMM LLL 05", format.format(SolarHijri.of(LocalDate.of(2026, 11, 24))));
    }
}
