package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article on its own page.
 *
 * @param card the article as lists show it: headline, kicker, standfirst, section, dates, minutes
 * @param standfirstHtml finished HTML; empty if none was written, and the card has the text's opening for one
 * @param dateline the place that it was reported from, with which {@code body} begins; empty if none
 * @param byline who wrote it
 * @param contributors others who took part, each with a role
 * @param body its text
 * @param keyPointsHtml finished HTML, one text for each point
 * @param corrections what was corrected, in the order of the file
 * @param updates what was added since, in the order of the file
 * @param sources what it rests on
 * @param methodHtml how it was reported, finished HTML; empty if not said
 * @param warning a content warning; empty if none
 * @param sponsor who paid for it; null unless sponsored
 * @param live a live report with its entries; null for any other article
 * @param story the story package that it belongs to; null if none
 * @param related what to read next; none of it is shown in {@code story}
 * @param follows earlier articles that this one goes on from
 * @param tags its tags with their lists
 * @param older the article published before it in its section; null if none
 * @param newer the article published after it in its section; null if none
 * @param share plain links to networks, without trackers; the first one writes an e-mail
 * @param rights the article's own notice of rights; empty where the paper's apply
 * @param picture its main picture with caption and credit; null if none
 * @param expires when it will be taken down; null if never
 * @param params the newsroom's own fields, as written below {@code params:}
 * @param ai {@code assisted} or {@code generated} if a machine had a part in it; empty if not
 * @param aiLabel the same in words; empty if not
 * @param aiNoteHtml which part, finished HTML; empty if not said
 * @param archived whether the paper has put it away: still readable, no longer news
 * @param versions the address of its earlier versions; empty if there are none to show
 * @param named people, organisations, places and events that it names
 * @param partBefore what is read before it in its story package; null if nothing
 * @param partAfter what is read after it in its story package; null if nothing
 */
public record ArticleView(
        CardView card,
        String standfirstHtml,
        String dateline,
        BylineView byline,
        List<PersonView> contributors,
        BodyView body,
        List<String> keyPointsHtml,
        List<NoteView> corrections,
        List<NoteView> updates,
        List<SourceView> sources,
        String methodHtml,
        String warning,
        @Nullable LinkView sponsor,
        @Nullable LiveView live,
        @Nullable StoryView story,
        OnDemand<List<CardView>> related,
        List<LinkView> follows,
        List<LinkView> tags,
        @Nullable CardView older,
        @Nullable CardView newer,
        OnDemand<List<LinkView>> share,
        String rights,
        @Nullable PictureView picture,
        @Nullable DateView expires,
        java.util.Map<String, Object> params,
        String ai,
        String aiLabel,
        String aiNoteHtml,
        boolean archived,
        String versions,
        List<NamedView> named,
        @Nullable LinkView partBefore,
        @Nullable LinkView partAfter) {}
