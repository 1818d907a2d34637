package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as feeds carry it. Addresses are absolute; {@code contentHtml} is the whole text without scripts, empty if the paper gives summaries only; times are ISO 8601 with offset. */
public record EntryView(
        String uri,
        String address,
        String headline,
        String summary,
        String summaryHtml,
        String contentHtml,
        List<PersonView> authors,
        String byline,
        List<String> categories,
        String published,
        String updated,
        java.time.Instant publishedAt,
        @Nullable PictureView picture,
        String pictureType,
        String language,
        String rights,
        String sourceName,
        String sourceAddress) {}
