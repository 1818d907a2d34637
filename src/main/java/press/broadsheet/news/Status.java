package press.broadsheet.news;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a story is on its way to the readers, and back. */
public enum Status {
    DRAFT,
    REVIEW,
    PUBLISHED,
    WITHHELD,
    WITHDRAWN,
    ARCHIVED;

    /** Whether it is still being written. */
    public boolean isUnfinished() {
        return this == DRAFT || this == REVIEW;
    }

    /** As it is written in front matter. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
