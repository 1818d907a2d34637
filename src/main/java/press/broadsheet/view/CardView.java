package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as lists and fronts show it.
 *
 * @param address root-relative
 * @param kicker a few words above the headline; empty if none
 * @param headline plain text
 * @param shortHeadline for tight places; the headline unless given
 * @param standfirstHtml finished HTML without block elements; empty if none
 * @param section the name of its section
 * @param sectionAddress the section's front; empty if it has none
 * @param sectionColour a CSS hexadecimal colour; empty for the paper's own
 * @param genre its id, such as {@code opinion}
 * @param genreLabel its name in the paper's language; empty for plain news, and another one for a live report that is closed
 * @param byline who wrote it
 * @param published when it first appeared
 * @param updated when it last changed; null if it did not since it appeared
 * @param picture null if it has none, or if the front hides it
 * @param minutes reading time, at least 1
 * @param breaking whether it is breaking news at the paper's moment
 * @param sponsored whether somebody paid for it
 * @param boost how large a front wants it: 0 ordinary, to 3
 * @param supporting small links beneath it on fronts
 */
public record CardView(
        String address,
        String kicker,
        String headline,
        String shortHeadline,
        String standfirstHtml,
        String section,
        String sectionAddress,
        String sectionColour,
        String genre,
        String genreLabel,
        BylineView byline,
        DateView published,
        @Nullable DateView updated,
        @Nullable PictureView picture,
        int minutes,
        boolean breaking,
        boolean sponsored,
        int boost,
        List<LinkView> supporting) {}
