package press.broadsheet.news;

import press.broadsheet.problem.Problem;

/** What both the fields and the text of a manuscript can get wrong, whoever reads them. */
public enum ManuscriptFault implements Problem.Code {
    /** A path leads out of {@code content/}, or is none. */
    PATH_OUTSIDE_CONTENT("path-outside-content", Problem.Severity.ERROR),
    /** A picture has no words for those who cannot see it. */
    MISSING_ALT_TEXT("missing-alt-text", Problem.Severity.WARNING),
    /** A picture that does not say who made it. */
    MISSING_CREDIT("missing-credit", Problem.Severity.WARNING),
    /** An article that is a headline and nothing else. */
    TEXT_MISSING("text-missing", Problem.Severity.WARNING),
    /** An article that says it is a gallery has no pictures in its text. */
    GALLERY_WITHOUT_PICTURES("gallery-without-pictures", Problem.Severity.WARNING),
    /** An article that says it is a live report has no entries. */
    LIVE_WITHOUT_ENTRIES("live-without-entries", Problem.Severity.WARNING);

    private final String id;
    private final Problem.Severity severity;

    ManuscriptFault(String id, Problem.Severity severity) {
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
