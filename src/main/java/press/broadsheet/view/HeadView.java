package press.broadsheet.view;

import java.util.List;

/** What the head element tells machines. Addresses are absolute; {@code structuredData} is finished JSON-LD, safe inside a script element, empty if none. */
public record HeadView(
        String title,
        String description,
        String canonical,
        String robots,
        List<MetaView> meta,
        List<AlternateView> alternates,
        List<FeedView> feeds,
        String structuredData) {}
