package press.broadsheet.news;

import press.broadsheet.problem.Place;

/**
 * What became of an address that readers once had, from {@code redirects.yaml}.
 *
 * @param from the old address, from the paper's own root, not encoded: {@code /2019/old-name/}
 * @param to where it leads: an address from the paper's own root, percent-encoded, or another site's beginning with
 *     {@code https://}; empty if it is gone
 */
public record Redirect(String from, String to, Status status, Place place) {
    /** What crawlers should make of it, named after the codes of HTTP. */
    public enum Status {
        /** 301: the new address replaces the old one. */
        MOVED,
        /** 302: the old address will be used again. */
        TEMPORARY,
        /** 410: nothing stands there any more. */
        GONE
    }
}
