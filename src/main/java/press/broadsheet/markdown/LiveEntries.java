package press.broadsheet.markdown;

import com.vladsch.flexmark.util.ast.Document;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Piece;
import press.broadsheet.problem.Place;

/** Sets the entries of a live report, and tells what keeps one from having its place in time. For one body. */
final class LiveEntries {
    static final Set<String> KNOWN = Set.of("time", "title", "author", "key", "pin", "id", "article");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String LIKE_THIS = "Write it as {time=\"14:05\"} or {time=\"2026-11-24 14:05\"}.";

    private final BlockSetter blocks;
    private final Links links;
    private final Sheet sheet;
    private final @Nullable EntryTimes times;
    private final Map<String, Place> places = new HashMap<>();
    private @Nullable Instant last;
    /** 1 if the file has the oldest first, -1 if it has the newest first, 0 while it cannot be known. */
    private int direction;

    /** @param coverage null if the text is no live report */
    LiveEntries(BlockSetter blocks, Links links, Sheet sheet, Body.@Nullable Coverage coverage) {
        this.blocks = blocks;
        this.links = links;
        this.sheet = sheet;
        this.times = coverage == null ? null : new EntryTimes(coverage);
    }

    void set(Container container, Attributes given) {
        int offset = container.start();
        if (times == null || !(container.getParent() instanceof Document)) {
            sheet.tell(
                    TextFault.ENTRY_OUTSIDE_LIVE,
                    offset,
                    times == null
                            ? "This is an entry of a live report, and the text is none."
                            : "This entry stands inside of something else.",
                    times == null
                            ? "Add \"genre: live\" and \"live: {start: ...}\" at the top of the article."
                            : "Close what is open above it with a line of three colons.");
            blocks.children(container);
            return;
        }
        List<Piece> pieces = blocks.apart(container);
        Optional<ZonedDateTime> time = time(given, times, offset);
        if (time.isEmpty()) {
            // Its words are not lost: they stand above the entries.
            blocks.lay(pieces);
            return;
        }
        Instant instant = time.get().toInstant();
        checkOrder(time.get(), offset);
        String title = given.get("title");
        blocks.lay(List.of(new Piece.Entry(
                id(given, time.get(), offset),
                instant,
                title.isEmpty() ? Inline.NONE : links.caption(title, offset),
                given.get("author").strip(),
                given.has("key"),
                given.has("pin"),
                article(given.get("article").strip(), offset),
                pieces,
                sheet.place(offset))));
    }

    private Optional<ZonedDateTime> time(Attributes given, EntryTimes reckoning, int offset) {
        String written = given.get("time");
        if (written.isBlank()) {
            sheet.tell(TextFault.ENTRY_WITHOUT_TIME, offset, "This entry has no time.", LIKE_THIS);
            return Optional.empty();
        }
        Optional<ZonedDateTime> time = reckoning.read(written);
        if (time.isEmpty()) {
            sheet.tell(
                    TextFault.ENTRY_WITHOUT_TIME,
                    offset,
                    "The time of this entry cannot be read: \"" + written + "\".",
                    LIKE_THIS);
        }
        return time;
    }

    private String id(Attributes given, ZonedDateTime time, int offset) {
        String own = given.get("id").strip();
        boolean usable = own.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,60}");
        if (!own.isEmpty() && !usable) {
            sheet.tell(
                    TextFault.UNKNOWN_MARK_ATTRIBUTE,
                    offset,
                    "\"" + own + "\" cannot be an entry's id.",
                    "Use letters, digits and hyphens.");
        }
        String id = "e-" + (usable ? own : (time.getSecond() == 0 ? MINUTE : SECOND).format(time));
        Place first = places.putIfAbsent(id, sheet.place(offset));
        if (first == null) {
            blocks.claim(id);
            return id;
        }
        sheet.tell(
                TextFault.SAME_ENTRY_TWICE,
                offset,
                usable
                        ? "Line " + first.line() + " has an entry of the same id."
                        : "Line " + first.line() + " has an entry of the same time.",
                usable
                        ? "Give one of them another id."
                        : "Mend one of the times, or give this entry an id of its own: {id=\"second-vote\"}");
        int number = 2;
        while (places.putIfAbsent(id + "-" + number, sheet.place(offset)) != null) {
            number++;
        }
        return id + "-" + number;
    }

    private void checkOrder(ZonedDateTime time, int offset) {
        Instant instant = time.toInstant();
        Instant before = last;
        last = instant;
        int step = before == null ? 0 : Integer.signum(instant.compareTo(before));
        if (direction == 0) {
            direction = step;
        } else if (step != 0 && step != direction) {
            sheet.tell(
                    TextFault.ENTRY_OUT_OF_ORDER,
                    offset,
                    "The entries above stand with the " + (direction > 0 ? "oldest" : "newest")
                            + " first, but this one is " + (direction > 0 ? "earlier" : "later")
                            + " than the one before it.",
                    "Mend its time, or move it. If the day has changed, say so: {time=\""
                            + DAY_AND_MINUTE.format(time.plusDays(direction)) + "\"}");
        }
    }

    private String article(String written, int offset) {
        if (written.isEmpty()) {
            return "";
        }
        return links.target(written, offset);
    }
}
