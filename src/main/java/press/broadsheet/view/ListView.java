package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param kind latest, section, tag, contributor, story, year, month, day, corrections, person, organisation, place or
 *     event
 * @param title the list's name
 * @param descriptionHtml of a section, finished HTML; empty if none
 * @param colour of a section; empty for the paper's own
 * @param text a section's standing text, on the list's root only; null if none
 * @param subsections directly below this section
 * @param cards the articles of this page, newest first; of a story that says so, in the order in which it is read. On a section's
 *     root without those that its front shows; if it has no front, the three most urgent of its newest come first
 * @param entries the same articles with their corrections, where the kind is corrections
 * @param pager ways to the other pages
 * @param person who it is, where the kind is contributor; else null
 * @param story which it is, where the kind is story; else null
 * @param feeds of this list; empty if it has none
 * @param total how many articles the whole list has; 0 on its numbered pages, so that a full one never changes
 * @param quotations what a person is quoted with in the articles of this page, where the kind is person
 * @param contributor the page of the contributor who this person is; empty if they write nothing here
 * @param sameAs what identifies a person, an organisation, a place or an event elsewhere; empty if the newest articles do
 *     not say
 */
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
        int total,
        List<QuotationView> quotations,
        String contributor,
        String sameAs) {}
