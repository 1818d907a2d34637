package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as feeds carry it. Addresses are absolute.
 *
 * @param uri its identity, forever
 * @param address of its page
 * @param headline plain text; says first if somebody paid for it
 * @param summary plain text; empty if none
 * @param summaryHtml the same as finished HTML
 * @param contentHtml the whole text without scripts; empty if the paper gives summaries only
 * @param authors empty means the paper itself
 * @param byline replaces the authors where it is not empty
 * @param categories sections, tags and genre
 * @param published ISO 8601 with offset
 * @param updated likewise; {@code published} if it did not change
 * @param publishedAt the same instant, for sorting and other forms of date
 * @param picture its main picture; null if none
 * @param pictureType the picture's media type; empty if none
 * @param language a BCP 47 tag
 * @param rights the notice; empty if none
 * @param sourceName the paper that has the original; empty if it is ours
 * @param sourceAddress of the original; empty if it is ours
 */
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
