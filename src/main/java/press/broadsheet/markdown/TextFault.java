package press.broadsheet.markdown;

import press.broadsheet.problem.Problem;

/** What can be wrong with the text of an article. */
public enum TextFault implements Problem.Code {
    /** The text has more characters than any article needs. */
    TEXT_TOO_LONG("text-too-long", Problem.Severity.ERROR),
    /** Quotes, lists, brackets or marks stand in one another more deeply than any reader could follow. */
    TEXT_TOO_DEEP("text-too-deep", Problem.Severity.ERROR),
    /** The text is built so that reading it would take far longer than its length allows. */
    TEXT_TOO_SLOW("text-too-slow", Problem.Severity.ERROR),
    /** A link or a picture has an address that could run something, such as {@code javascript:}. */
    UNSAFE_ADDRESS("unsafe-address", Problem.Severity.ERROR),
    /** A link that no reader can use: it has no address, or one that is none, or no words. */
    DEAD_LINK("dead-link", Problem.Severity.WARNING),
    /** A link in a headline's companions or a caption names no whole address. */
    RELATIVE_LINK("relative-link", Problem.Severity.WARNING),
    /** A picture lies on another server. */
    REMOTE_PICTURE("remote-picture", Problem.Severity.WARNING),
    /** There is no container of that name. */
    UNKNOWN_CONTAINER("unknown-container", Problem.Severity.ERROR),
    /** A container is opened and never closed. */
    UNCLOSED_CONTAINER("unclosed-container", Problem.Severity.ERROR),
    /** Three colons close a container that is not open. */
    STRAY_CONTAINER_END("stray-container-end", Problem.Severity.WARNING),
    /** A container or a picture is given something that it does not know. */
    UNKNOWN_MARK_ATTRIBUTE("unknown-mark-attribute", Problem.Severity.WARNING),
    /** A container or a picture is given one attribute twice. */
    SAME_ATTRIBUTE_TWICE("same-attribute-twice", Problem.Severity.ERROR),
    /** What stands in braces behind a container's name cannot be read. */
    UNREADABLE_ATTRIBUTES("unreadable-attributes", Problem.Severity.ERROR),
    /** An entry of a live report has no time, or one that cannot be read. */
    ENTRY_WITHOUT_TIME("entry-without-time", Problem.Severity.ERROR),
    /** Two entries of a live report have one time and no ids of their own, or one id. */
    SAME_ENTRY_TWICE("same-entry-twice", Problem.Severity.ERROR),
    /** An entry of a live report stands where its time says that it cannot belong. */
    ENTRY_OUT_OF_ORDER("entry-out-of-order", Problem.Severity.WARNING),
    /** An entry of a live report stands in another text, or inside of something else. */
    ENTRY_OUTSIDE_LIVE("entry-outside-live", Problem.Severity.ERROR),
    /** A container for a quotation does not say who is quoted. */
    QUOTE_WITHOUT_SPEAKER("quote-without-speaker", Problem.Severity.WARNING),
    /** An embed does not say what it embeds. */
    EMBED_WITHOUT_NAME("embed-without-name", Problem.Severity.ERROR),
    /** An embed's address is not an absolute https address. */
    EMBED_ADDRESS("embed-address", Problem.Severity.ERROR),
    /** Rows of a table do not fit together, or were meant as a table and are none. */
    UNEVEN_TABLE("uneven-table", Problem.Severity.WARNING),
    /** Words that are indented so far that they are printed as code, or as a part of the line above. */
    INDENTED_TOO_FAR("indented-too-far", Problem.Severity.WARNING),
    /** A footnote is referred to and nowhere written. */
    UNKNOWN_FOOTNOTE("unknown-footnote", Problem.Severity.WARNING),
    /** A footnote, or the address of a link, that nothing in the text refers to: nobody sees it. */
    UNUSED_DEFINITION("unused-definition", Problem.Severity.WARNING),
    /** A comment in HTML that is never closed: nobody sees what stands below it. */
    UNCLOSED_COMMENT("unclosed-comment", Problem.Severity.ERROR),
    /** Raw HTML held tags or attributes that are not on the allow-list; they were left out. */
    HTML_REMOVED("html-removed", Problem.Severity.WARNING);

    private final String id;
    private final Problem.Severity severity;

    TextFault(String id, Problem.Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** Whether it means that a text was not set at all. */
    public static boolean isRefusal(Problem.Code code) {
        return code == TEXT_TOO_LONG || code == TEXT_TOO_DEEP || code == TEXT_TOO_SLOW;
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
