package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as lists and fronts show it. {@code genre} is its id ({@code opinion}); {@code genreLabel} its name, empty for plain news; {@code sectionColour} empty for the paper's own; {@code supporting} are small links beneath it. */
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
