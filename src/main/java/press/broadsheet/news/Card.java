package press.broadsheet.news;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * All that any page but the article's own text may show of an article. Small, immutable, and always in memory.
 *
 * @param place the article's file
 * @param picture the main picture; null if none
 */
public record Card(
        Article.Id id,
        Place place,
        Language language,
        Status status,
        Filing filing,
        Titles titles,
        Credits credits,
        Timing timing,
        Naming naming,
        @Nullable Picture picture,
        Apparatus apparatus,
        Extent extent) {

    /**
     * Where it belongs.
     *
     * @param section the main section
     * @param sections further ones, without the main one
     * @param tags free words, as typed; no two with the same slug
     * @param story the story package; empty if none
     * @param urgency 1 (drop everything) to 9; 5 is ordinary (IPTC urgency)
     * @param hiddenFrom the outputs that it is kept out of: {@code feeds}, {@code sitemap}, {@code search},
     *     {@code fronts}, {@code llm}
     * @param named whom and what it names; no two of one kind with the same slug
     * @param storyNamed where it names its story package; null if it names none
     */
    public record Filing(
            Section.Id section,
            List<Section.Id> sections,
            List<String> tags,
            String story,
            Genre genre,
            int urgency,
            boolean noindex,
            Set<String> hiddenFrom,
            List<Named> named,
            @Nullable Place storyNamed) {

        /** Where it names its story package. */
        public Place storyPlace(Place otherwise) {
            return storyNamed == null ? otherwise : storyNamed;
        }

        /** An article that names nobody and nothing. */
        public Filing(
                Section.Id section,
                List<Section.Id> sections,
                List<String> tags,
                String story,
                Genre genre,
                int urgency,
                boolean noindex,
                Set<String> hiddenFrom) {
            this(section, sections, tags, story, genre, urgency, noindex, hiddenFrom, List.of(), null);
        }
    }

    /**
     * Its names. All plain text but the standfirst.
     *
     * @param kicker empty if none
     * @param standfirst as given; else the text's opening
     * @param opens whether the standfirst is the text's opening, which its own page need not show twice
     * @param seoHeadline for the title element; the headline unless given
     * @param shortHeadline for tight places; the headline unless given
     */
    public record Titles(
            String kicker,
            String headline,
            Inline standfirst,
            boolean opens,
            String seoHeadline,
            String shortHeadline) {}

    /**
     * Its instants.
     *
     * @param published the first publication; never changes
     * @param modified the last change that readers should know of; {@code published} if none
     * @param publishedDayOnly whether its day was given and no time: then {@code published} is that day's start
     * @param modifiedDayOnly the same of {@code modified}
     * @param embargo nothing of it may be seen before; null if none
     * @param expires gone from then on; null if never
     * @param breakingUntil shown as breaking until then; null if it is not breaking
     */
    public record Timing(
            Instant published,
            Instant modified,
            boolean publishedDayOnly,
            boolean modifiedDayOnly,
            @Nullable Instant embargo,
            @Nullable Instant expires,
            @Nullable Instant breakingUntil) {
        private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** Of an article that is still being written, of which nobody says yet when it is published. */
        public static final Timing UNDATED = new Timing(NEVER, NEVER, true, true, null, null, null);

        /** Whether nobody says when it is published. */
        public boolean isUndated() {
            return published.equals(NEVER);
        }

        /** Modified at the instant, if it is later than its publication and nobody said when it was modified. */
        Timing atLeast(@Nullable Instant entry) {
            return entry == null || !modified.equals(published) || !entry.isAfter(published)
                    ? this
                    : new Timing(published, entry, publishedDayOnly, false, embargo, expires, breakingUntil);
        }
    }

    /**
     * How it is addressed.
     *
     * @param slug the last part of its address
     * @param uri its identity in feeds, forever; an absolute URI
     * @param name the {@code id} that front matter gives, for references; empty if none
     * @param aliases root-relative addresses that it used to have, each beginning with {@code /}
     * @param canonical an absolute address if the original stands elsewhere (the one given, or that of the source's
     *     original); empty if it is ours
     * @param translationOf a reference to the article that this one translates; null if none
     */
    public record Naming(
            String slug,
            String uri,
            String name,
            List<String> aliases,
            String canonical,
            @Nullable Reference translationOf) {}

    /** What the reporter wrote to name another article: an id, a slug or a path. */
    public record Reference(String text, Place place) {}

    /**
     * What stands around the text on its own page.
     *
     * @param dateline the place it was reported from, as printed; empty if none or not safe to tell
     * @param method how it was reported; {@link Inline#NONE} if not said
     * @param warning a content warning; empty if none
     * @param sponsor who paid; null unless sponsored
     * @param live how far a report from an event has come; null unless it is live
     * @param template the template that replaces the genre's own, without ending; null if none
     * @param params the newsroom's own fields: text, numbers, booleans, lists and maps of them
     * @param disclosure how it came about, and what became of it
     */
    public record Apparatus(
            String dateline,
            List<Inline> keyPoints,
            List<Correction> corrections,
            List<Update> updates,
            List<Citation> sources,
            Rights rights,
            List<Reference> follows,
            List<Reference> related,
            Inline method,
            String warning,
            @Nullable Sponsor sponsor,
            @Nullable Live live,
            @Nullable Reference template,
            Map<String, Object> params,
            Disclosure disclosure) {

        /** With nothing out of the ordinary to disclose. */
        public Apparatus(
                String dateline,
                List<Inline> keyPoints,
                List<Correction> corrections,
                List<Update> updates,
                List<Citation> sources,
                Rights rights,
                List<Reference> follows,
                List<Reference> related,
                Inline method,
                String warning,
                @Nullable Sponsor sponsor,
                @Nullable Live live,
                @Nullable Reference template,
                Map<String, Object> params) {
            this(
                    dateline,
                    keyPoints,
                    corrections,
                    updates,
                    sources,
                    rights,
                    follows,
                    related,
                    method,
                    warning,
                    sponsor,
                    live,
                    template,
                    params,
                    Disclosure.NONE);
        }
    }

    /**
     * What the paper owes its readers about a piece beside its text.
     *
     * @param ai whether a machine had a part in it
     * @param aiNote which part; {@link Inline#NONE} if not said
     * @param reason why it was withdrawn, for readers; {@link Inline#NONE} if not said, or if it was not
     * @param versions whether its earlier versions may be shown, where the paper shows any
     */
    public record Disclosure(Ai ai, Inline aiNote, Inline reason, boolean versions) {
        public static final Disclosure NONE = new Disclosure(Ai.NONE, Inline.NONE, Inline.NONE, true);

        /** How much of a piece was made by a machine. */
        public enum Ai {
            NONE,
            /** People made it, with a machine's help that readers should know of. */
            ASSISTED,
            /** A machine made it; people answer for it. */
            GENERATED
        }
    }

    /** @param url absolute; empty if none */
    public record Sponsor(String name, String url) {}

    /**
     * A report that goes on while something happens.
     *
     * @param start of the event's coverage
     * @param end of it; null while it goes on
     */
    public record Live(Instant start, @Nullable Instant end, Live.State state) {
        public enum State {
            ACTIVE,
            PAUSED,
            ARCHIVED
        }
    }

    public record Correction(Instant date, Inline text, Correction.Kind kind) {
        public enum Kind {
            CORRECTION,
            CLARIFICATION,
            RETRACTION
        }
    }

    public record Update(Instant date, Inline text) {}

    /** @param url absolute; empty if none. {@code reason} says why an anonymous source is not named. */
    public record Citation(String name, String url, Citation.Kind kind, String reason) {
        public enum Kind {
            DOCUMENT,
            INTERVIEW,
            STATEMENT,
            ANONYMOUS
        }
    }

    /** Each is empty where the paper's own rights apply. */
    public record Rights(String holder, String notice, String terms, String license) {
        public static final Rights OWN = new Rights("", "", "", "");
    }

    /**
     * What typesetting its text taught.
     *
     * @param minutes reading time, at least 1
     * @param pictures shown in the text, as paths below {@code content/}
     * @param entries how many entries a live report has
     * @param lastEntry the time of the newest of them; null if there is none
     * @param speakers who is quoted, by name, each once
     */
    public record Extent(
            int minutes,
            List<String> pictures,
            int entries,
            @Nullable Instant lastEntry,
            List<String> speakers) {

        /** Of a text that is no live report and quotes nobody. */
        public Extent(int minutes, List<String> pictures) {
            this(minutes, pictures, 0, null, List.of());
        }
    }

    /** No two articles share an id; to hash all that a card holds would cost more than any map saves. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * The same card with what typesetting taught, with the text's opening for a standfirst where none is given, and
     * modified when its newest live entry was written unless it says otherwise.
     */
    public Card withText(Extent newExtent, Inline standfirst) {
        Titles newTitles = titles.standfirst().isEmpty()
                ? new Titles(
                        titles.kicker(),
                        titles.headline(),
                        standfirst,
                        true,
                        titles.seoHeadline(),
                        titles.shortHeadline())
                : titles;
        return new Card(
                id,
                place,
                language,
                status,
                filing,
                newTitles,
                credits,
                timing.atLeast(newExtent.lastEntry()),
                naming,
                picture,
                apparatus,
                newExtent);
    }
}
