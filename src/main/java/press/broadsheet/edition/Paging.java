package press.broadsheet.edition;

/**
 * How a list is cut into pages so that a full page never changes when a new article comes: pages are counted from the
 * oldest, and the list's root shows the newest full page and whatever has come since.
 *
 * @param total how many articles the list has
 * @param pageSize how many a numbered page has, exactly
 */
public record Paging(int total, int pageSize) {
    public Paging {
        if (total < 0 || pageSize < 1) {
            throw new IllegalArgumentException("Cannot page " + total + " by " + pageSize);
        }
    }

    public static Paging of(int total, int pageSize) {
        return new Paging(total, pageSize);
    }

    /** How many numbered pages there are beside the root. */
    public int pages() {
        return Math.max(0, total / pageSize - 1);
    }

    /** The page on which what stands at an offset is shown; 0 is the root. */
    public int pageOf(int offset) {
        return offset < count(0) ? 0 : (total - offset + pageSize - 1) / pageSize;
    }

    /** The offset of a page's first article in the list, newest first. Page 0 is the root. */
    public int from(int page) {
        return page == 0 ? 0 : total - page * pageSize;
    }

    /** How many articles a page has. */
    public int count(int page) {
        return page == 0 ? total - pages() * pageSize : pageSize;
    }
}
