package press.broadsheet.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Section;
import press.broadsheet.problem.Place;
import press.broadsheet.text.Slug;

/** Reads a front's composition. Whether a slot's layout and a pick's article exist is found out later. */
final class FrontReader {
    private static final Vocabulary FRONT = Vocabulary.of("slots");
    private static final Vocabulary SLOT = Vocabulary.of(
                    "id", "title name", "layout", "limit", "more", "pinned picks", "backfill")
            .withUnshown("feed");
    private static final Vocabulary PICK =
            Vocabulary.of("id article", "until", "kicker", "headline", "hideImage hidePicture", "boost", "supporting");
    private static final Vocabulary BACKFILL =
            Vocabulary.of("section", "tags tag", "genre genres", "minUrgency", "maxAge");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) ?([mhdw])");
    private static final String ORDINARY_LAYOUT = "grid";
    private static final int ORDINARY_LIMIT = 6;
    private static final int HIGHEST_LIMIT = 100;
    private static final FrontPage.Backfill NEWEST = new FrontPage.Backfill(null, Set.of(), Set.of(), 9, null);

    private final Assignment assignment;
    private final FilingReader.Sections sections;

    FrontReader(Assignment assignment) {
        this.assignment = assignment;
        this.sections = new FilingReader.Sections(assignment.edition().sections());
    }

    Optional<FrontPage> read(byte[] bytes) {
        var file = assignment.path().file();
        return TextFile.decode(bytes, file, assignment.problems())
                .flatMap(new Sheet(file, 0, assignment.problems())::read)
                .map(value -> value.isMap()
                        ? value.fields(FRONT).map(front -> front.items("slots")).orElse(List.of())
                        : value.items())
                .map(this::slots);
    }

    private FrontPage slots(List<Value> values) {
        var slots = new ArrayList<FrontPage.Slot>();
        Set<String> ids = new LinkedHashSet<>();
        for (Value value : values) {
            FrontPage.Slot slot = value.fields(SLOT)
                    .map(fields -> slot(fields, value, slots.size() + 1))
                    .orElse(null);
            if (slot == null) {
                continue;
            }
            if (ids.add(slot.id())) {
                slots.add(slot);
            } else {
                value.tell(
                        ContentFault.SAME_NAME_TWICE,
                        "There are two slots with the id \"" + slot.id() + "\".",
                        "Give one of them another \"id:\".");
            }
        }
        return new FrontPage(List.copyOf(slots));
    }

    private FrontPage.Slot slot(Fields fields, Value value, int number) {
        String title = assignment.line(fields, "title");
        List<FrontPage.Pick> picks = new ArrayList<>();
        fields.items("pinned").forEach(pick -> pick(pick).ifPresent(picks::add));
        String layout = name(fields, "layout");
        return new FrontPage.Slot(
                id(fields, title, number),
                title,
                layout.isEmpty() ? ORDINARY_LAYOUT : layout,
                fields.number("limit", 1, HIGHEST_LIMIT, ORDINARY_LIMIT),
                List.copyOf(picks),
                backfill(fields, picks.isEmpty()),
                fields.value("more").flatMap(sections::named).orElse(null),
                fields.has("layout") ? fields.place("layout") : value.place());
    }

    private String id(Fields fields, String title, int number) {
        String given = name(fields, "id");
        if (!given.isEmpty()) {
            return given;
        }
        String made = Slug.of(title, assignment.language().tag());
        return made.isEmpty() ? "slot-" + number : made;
    }

    private static String name(Fields fields, String field) {
        Value value = fields.value(field).orElse(null);
        String name = value == null ? "" : value.line();
        if (value != null && !Slug.isSafe(name)) {
            value.tell(
                    ContentFault.UNSAFE_SLUG,
                    value.called() + " cannot be \"" + name + "\".",
                    "Use letters of lower case, digits and hyphens.");
            return "";
        }
        return name;
    }

    private Optional<FrontPage.Pick> pick(Value value) {
        if (value.isText()) {
            return Optional.of(new FrontPage.Pick(NamingReader.reference(value), null, "", "", false, 0, List.of()));
        }
        return value.fields(PICK).flatMap(pick -> {
            pick.required("id");
            return pick.value("id")
                    .map(article -> new FrontPage.Pick(
                            NamingReader.reference(article),
                            Dates.instant(pick, "until", assignment.zone()),
                            assignment.line(pick, "kicker"),
                            assignment.line(pick, "headline"),
                            pick.flag("hideImage", false),
                            pick.number("boost", 0, 3, 0),
                            NamingReader.references(pick, "supporting")));
        });
    }

    /** A slot without picks is filled with the newest unless it says otherwise. */
    private FrontPage.@Nullable Backfill backfill(Fields fields, boolean needed) {
        Value value = fields.value("backfill").orElse(null);
        if (value == null) {
            return needed ? NEWEST : null;
        }
        if (value.isText()) {
            return fields.flag("backfill", false) ? NEWEST : null;
        }
        return value.fields(BACKFILL).map(this::backfill).orElse(null);
    }

    private FrontPage.Backfill backfill(Fields fields) {
        Set<Genre> genres = new LinkedHashSet<>();
        for (Value value : fields.items("genre")) {
            Genre genre = Fields.choiceOf(value, FilingReader.GENRES);
            if (genre != null) {
                genres.add(genre);
            }
        }
        Map<String, Place> tags = new TreeMap<>();
        fields.items("tags").stream()
                .filter(value -> !value.line().isEmpty())
                .forEach(value -> tags.putIfAbsent(value.line(), value.place()));
        Section.Id section = fields.value("section").flatMap(sections::named).orElse(null);
        return new FrontPage.Backfill(
                section,
                Set.copyOf(tags.keySet()),
                Set.copyOf(genres),
                fields.number("minUrgency", 1, 9, 9),
                fields.value("maxAge").map(FrontReader::span).orElse(null),
                Collections.unmodifiableMap(tags));
    }

    /** {@code 30m}, {@code 12h}, {@code 3d}, {@code 2w}, or ISO 8601; null after telling that it is none. */
    private static @Nullable Duration span(Value value) {
        String text = value.line();
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            long count = Long.parseLong(span.group(1));
            return switch (span.group(2)) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofDays(7 * count);
            };
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException broken) {
            // Told below, like a negative one.
        }
        value.tell(
                ContentFault.BROKEN_DURATION,
                value.called() + " cannot be read as a span of time: \"" + text + "\".",
                "Write it as 12h, 3d or 2w.");
        return null;
    }
}
