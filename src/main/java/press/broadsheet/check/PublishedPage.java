package press.broadsheet.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import press.broadsheet.problem.Place;

/**
 * What a finished page says about its place in the paper.
 *
 * @param path in the published folder: {@code world/index.html}
 * @param address from the server's root, with the paper's base path: {@code /world/}
 * @param place what it is made from, for a person who must mend it
 * @param links what it links to and loads, as written, each once
 * @param anchors the ids that a link may name
 * @param headings in order
 * @param alternates {@code hreflang} to address, as written
 * @param indexed whether search engines may list it
 * @param written whether somebody wrote it: an article or a standing page, not a list
 */
public record PublishedPage(
        String path,
        String address,
        Place place,
        List<String> links,
        Set<String> anchors,
        List<Heading> headings,
        Map<String, String> alternates,
        boolean indexed,
        boolean written) {

    /** @param level 1 to 6; {@code text} without markup, with single blanks */
    public record Heading(int level, String text) {}

    /** Reads a finished page. */
    public static PublishedPage of(String path, String address, Place place, boolean written, String html) {
        var reading = new PageReading();
        new HtmlTags(html).read(reading);
        return new PublishedPage(
                path,
                address,
                place,
                reading.links(),
                reading.anchors(),
                reading.headings(),
                reading.alternates(),
                reading.isIndexed(),
                written);
    }
}
