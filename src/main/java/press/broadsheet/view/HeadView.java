package press.broadsheet.view;

import java.util.List;

/**
 * What the head element tells machines. Addresses are absolute.
 *
 * @param title for the title element
 * @param description one sentence; may be empty
 * @param canonical the page's own address, or the original's; empty where there is no page
 * @param robots for the meta element of that name
 * @param meta Open Graph, cards, authors
 * @param alternates the page in all its languages; empty if it is not translated
 * @param feeds of the page's list, then of the paper
 * @param structuredData finished JSON-LD, safe inside a script element; empty if none
 */
public record HeadView(
        String title,
        String description,
        String canonical,
        String robots,
        OnDemand<List<MetaView>> meta,
        List<AlternateView> alternates,
        List<FeedView> feeds,
        OnDemand<String> structuredData) {}
