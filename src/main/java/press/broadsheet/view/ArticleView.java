package press.broadsheet.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What article templates see. Lists are never null; texts are empty if there is none. {@code card} is the article as lists show it. */
public record ArticleView(
        CardView card,
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
        @Nullable StoryView story,
        List<CardView> related,
        List<LinkView> follows,
        List<LinkView> tags,
        @Nullable CardView older,
        @Nullable CardView newer,
        List<LinkView> share,
        String rights,
        @Nullable PictureView picture,
        @Nullable DateView expires,
        java.util.Map<String, Object> params) {}
