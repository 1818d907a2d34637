package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list. {@code kind} is latest, section, tag, contributor, story, year, month, day, corrections; {@code person} is set for contributors, {@code story} for stories; {@code text} is standing text, null if none; {@code entries} are the correction notes where {@code kind} is corrections. */
public record ListView(
        String kind,
        String title,
        String descriptionHtml,
        String colour,
        @Nullable BodyView text,
        List<LinkView> subsections,
        List<CardView> cards,
        List<CorrectedView> entries,
        PagerView pager,
        @Nullable ContributorView person,
        @Nullable StoryView story,
        List<FeedView> feeds,
        int total) {}
