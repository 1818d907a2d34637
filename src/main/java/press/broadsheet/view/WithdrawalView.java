package press.broadsheet.view;

import org.jspecify.annotations.Nullable;

/**
 * The notice where an article stood that was withdrawn.
 *
 * @param reasonHtml why, finished HTML without block elements; empty if not said
 * @param since when it was withdrawn; null if not said
 * @param section a way on: its section's front; null if that is not published
 */
public record WithdrawalView(
        String reasonHtml,
        @Nullable DateView since,
        @Nullable LinkView section) {}
