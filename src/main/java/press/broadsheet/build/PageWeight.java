package press.broadsheet.build;

import java.util.Comparator;
import press.broadsheet.files.OutputPath;

/**
 * What a reader's browser loads to show a page, as files and not as they travel. Without fonts, of which a browser takes
 * those that it needs, and without what others send into a frame.
 *
 * @param path of the page
 * @param html bytes
 * @param css bytes
 * @param scripts bytes
 * @param pictures bytes; also of those further down
 * @param requests how many files, the page itself included
 */
public record PageWeight(OutputPath path, long html, long css, long scripts, long pictures, int requests) {
    static final Comparator<PageWeight> HEAVIEST =
            Comparator.comparingLong(PageWeight::total).reversed().thenComparing(PageWeight::path);

    /** The same with so many bytes of HTML. */
    PageWeight with(long other) {
        return new PageWeight(path, other, css, scripts, pictures, requests);
    }

    public long total() {
        return html + css + scripts + pictures;
    }
}
