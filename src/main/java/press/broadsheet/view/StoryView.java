package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story package. {@code cards} are its other articles, newest first; {@code timeline} is oldest first. */
public record StoryView(
        String name,
        String address,
        String summaryHtml,
        @Nullable PictureView picture,
        List<EventView> timeline,
        @Nullable BodyView text,
        List<CardView> cards) {}
