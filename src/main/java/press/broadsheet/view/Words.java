package press.broadsheet.view;

import java.util.Map;
import press.broadsheet.desk.NewsDesk;

/**
 * The words that views print, in the edition's language: the theme's strings, or English where a theme has none.
 *
 * @param desk whose strings these are
 */
record Words(NewsDesk desk) {
    /** Every key that views ask for, with what stands in where a theme does not say it. */
    static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("breadcrumb.home", "Home"),
            Map.entry("genre.news", "News"),
            Map.entry("genre.analysis", "Analysis"),
            Map.entry("genre.opinion", "Opinion"),
            Map.entry("genre.editorial", "Editorial"),
            Map.entry("genre.letter", "Letter"),
            Map.entry("genre.explainer", "Explainer"),
            Map.entry("genre.background", "Background"),
            Map.entry("genre.interview", "Interview"),
            Map.entry("genre.review", "Review"),
            Map.entry("genre.obituary", "Obituary"),
            Map.entry("genre.fact-check", "Fact check"),
            Map.entry("genre.live", "Live"),
            Map.entry("genre.live-archived", "As it happened"),
            Map.entry("genre.gallery", "In pictures"),
            Map.entry("genre.newsletter", "Newsletter"),
            Map.entry("genre.correction", "Correction"),
            Map.entry("genre.press-release", "Press release"),
            Map.entry("genre.satire", "Satire"),
            Map.entry("genre.sponsored", "Sponsored"),
            Map.entry("note.correction", "Correction"),
            Map.entry("note.clarification", "Clarification"),
            Map.entry("note.retraction", "Retraction"),
            Map.entry("note.update", "Update"),
            Map.entry("source.document", "Document"),
            Map.entry("source.interview", "Interview"),
            Map.entry("source.statement", "Statement"),
            Map.entry("source.anonymous", "Unnamed source"),
            Map.entry("list.latest", "Latest"),
            Map.entry("list.corrections", "Corrections"),
            Map.entry("list.tags", "Tags"),
            Map.entry("list.contributors", "Contributors"),
            Map.entry("list.stories", "Stories"),
            Map.entry("list.archive", "Archive"),
            Map.entry("list.people", "People"),
            Map.entry("list.organisations", "Organisations"),
            Map.entry("list.places", "Places"),
            Map.entry("list.events", "Events"),
            Map.entry("list.page", "Page {page}"),
            Map.entry("footnote.reference", "Footnote {number}"),
            Map.entry("footnote.back", "Back to the text from footnote {number}"),
            Map.entry("footnote.notes", "Footnotes"),
            Map.entry("missing.title", "Page not found"),
            Map.entry("withdrawn.title", "Withdrawn"),
            Map.entry("versions.title", "Earlier versions"),
            Map.entry("versions.added", "added:"),
            Map.entry("versions.removed", "removed:"),
            Map.entry("ai.assisted", "Made with the help of a machine."),
            Map.entry("ai.generated", "Made by a machine."),
            Map.entry("share.email", "Email"),
            Map.entry("date.full", "d MMMM uuuu, HH:mm"),
            Map.entry("date.long", "d MMMM uuuu"),
            Map.entry("date.brief", "d MMM uuuu"),
            Map.entry("date.time", "HH:mm"),
            Map.entry("date.month", "LLLL uuuu"),
            Map.entry("date.year", "uuuu"));

    /** What the theme says, or English. */
    String say(String key) {
        return say(key, ENGLISH.getOrDefault(key, key));
    }

    /** What the theme says, or something else. */
    String say(String key, String otherwise) {
        return desk.string(key).orElse(otherwise);
    }
}
