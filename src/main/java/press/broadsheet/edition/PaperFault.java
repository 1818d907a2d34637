package press.broadsheet.edition;

import press.broadsheet.problem.Problem;

/** Faults that only the whole paper can show. */
public enum PaperFault implements Problem.Code {
    /** A reference names no article and no page. */
    UNKNOWN_ARTICLE("unknown-article", Problem.Severity.ERROR),
    /** A reference fits several articles. */
    AMBIGUOUS_REFERENCE("ambiguous-reference", Problem.Severity.ERROR),
    /** A reference names an article that readers cannot see at this moment. */
    LINK_TO_HELD_BACK("link-to-held-back", Problem.Severity.WARNING),
    /** A link names a heading that the other article does not have. */
    UNKNOWN_ANCHOR("unknown-anchor", Problem.Severity.WARNING),
    /** A link names an address of the paper at which nothing is published. */
    UNKNOWN_ADDRESS("unknown-address", Problem.Severity.WARNING),
    /** A byline names a contributor by an id that has no file in {@code people/}. */
    UNKNOWN_CONTRIBUTOR("unknown-contributor", Problem.Severity.WARNING),
    /** An embed has a name for which there is no template: it is shown as any link would be. */
    UNKNOWN_EMBED("unknown-embed", Problem.Severity.WARNING),
    /** An article belongs to a story package that has no file in {@code stories/}. */
    UNKNOWN_STORY("unknown-story", Problem.Severity.WARNING),
    /** An article names itself where it should name another. */
    NAMES_ITSELF("names-itself", Problem.Severity.WARNING),
    /** An article is picked twice on one front, where it stands only once. */
    PICKED_TWICE("picked-twice", Problem.Severity.WARNING),
    /** A front's slot is filled by a tag that no article has, and that is nearly one that some have. */
    UNKNOWN_TAG("unknown-tag", Problem.Severity.WARNING),
    /** A story package names an article as one of its parts that belongs to another package, or to none. */
    PART_OF_ANOTHER_STORY("part-of-another-story", Problem.Severity.WARNING),
    /** An entry of a live report has a time that is yet to come. */
    ENTRY_IN_FUTURE("entry-in-future", Problem.Severity.WARNING),
    /** An article says that it was changed at a time that is yet to come. */
    CHANGE_IN_FUTURE("change-in-future", Problem.Severity.WARNING),
    /** Two articles claim the same identity. */
    SAME_ID_TWICE("same-id-twice", Problem.Severity.ERROR),
    /** A translation stands in the language of its original. */
    SAME_LANGUAGE_TRANSLATION("same-language-translation", Problem.Severity.ERROR),
    /** An address typed by hand would tell readers of an article that they must not know of yet. */
    ADDRESS_OF_HELD_BACK("address-of-held-back", Problem.Severity.ERROR),
    /** A text was changed after readers got it, and the article does not say so. */
    SILENT_EDIT("silent-edit", Problem.Severity.WARNING),
    /** The time until which security.txt may be believed is over. */
    SECURITY_EXPIRED("security-expired", Problem.Severity.WARNING),
    /** A picture file is not there. */
    MISSING_PICTURE("missing-picture", Problem.Severity.ERROR);

    private final String id;
    private final Problem.Severity severity;

    PaperFault(String id, Problem.Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Problem.Severity severity() {
        return severity;
    }
}
