package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story package.
 *
 * @param name its name
 * @param address its page
 * @param summaryHtml finished HTML without block elements; empty if none
 * @param picture null if none
 * @param timeline oldest first
 * @param text the story so far, on the story's own page only; null if none
 * @param cards beside an article, the package's other articles, newest first; empty on the story's own page, where the list has them
 */
public record StoryView(
        String name,
        String address,
        String summaryHtml,
        @Nullable PictureView picture,
        List<EventView> timeline,
        @Nullable BodyView text,
        List<CardView> cards) {}
