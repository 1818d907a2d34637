package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a live report.
 *
 * @param id its anchor
 * @param time when it was known
 * @param newDay whether it is of another day than the entry above it, or the first on its page
 * @param titleHtml finished HTML without block elements; empty if it has no title
 * @param author who wrote it; null if the report's own authors did
 * @param key whether it is a key event
 * @param pinned whether it stands above the others
 * @param body its text
 * @param article the article that grew out of it; null if none did
 * @param address where it can be linked to
 * @param print stands for all that is shown of it: another one if it was edited
 */
public record LiveEntryView(
        String id,
        DateView time,
        boolean newDay,
        String titleHtml,
        @Nullable PersonView author,
        boolean key,
        boolean pinned,
        BodyView body,
        @Nullable LinkView article,
        String address,
        String print) {}
