package press.broadsheet.cache;

import press.broadsheet.text.PageParts;

/**
 * What a build has seen in a finished file, so that the next one need not read it again.
 *
 * @param parts of a page; {@link PageParts#NONE} of any other file
 * @param gzip the size of the file that lies beside it, compressed; {@link #UNKNOWN} if nobody tried
 * @param brotli likewise
 * @param digest SHA-256 of its bytes, in lower-case hexadecimal; empty if nobody asked
 */
public record Imprint(PageParts parts, long gzip, long brotli, String digest) {
    /** Nobody has tried to compress it. */
    public static final long UNKNOWN = -1;

    /** It does not get smaller, so nothing lies beside it. */
    public static final long NOT_SMALLER = 0;

    /** Of a file that nobody has looked at but to see that it is no page. */
    public static final Imprint NONE = new Imprint(PageParts.NONE, UNKNOWN, UNKNOWN, "");
}
