package press.broadsheet.read;

import java.util.Locale;
import press.broadsheet.problem.Problem;

/** What can be wrong with a file of the newsroom's. */
public enum ContentFault implements Problem.Code {
    // Files as a whole
    /** A file is larger than any article or table should be. */
    FILE_TOO_LARGE(Problem.Severity.ERROR),
    /** A file is not text in UTF-8. */
    NOT_UTF_8(Problem.Severity.ERROR),
    /** A text holds a character that neither browsers nor feeds can show, such as NUL. */
    CONTROL_CHARACTER(Problem.Severity.ERROR),
    /** A file holds nothing. */
    EMPTY_FILE(Problem.Severity.ERROR),
    /** The line that ends the front matter is missing. */
    FRONT_MATTER_NOT_CLOSED(Problem.Severity.ERROR),
    /** Front matter that is not known as such, because it does not begin with a line of three hyphens. */
    FRONT_MATTER_NOT_OPENED(Problem.Severity.ERROR),
    /** A text whose name does not end as those of articles do, so that nobody reads it. */
    UNREAD_FILE(Problem.Severity.WARNING),

    // YAML
    /** YAML cannot be read. */
    BROKEN_YAML(Problem.Severity.ERROR),
    /** YAML is nested deeper than any setting needs. */
    YAML_TOO_DEEP(Problem.Severity.ERROR),
    /** YAML grows beyond measure by repeating parts of itself. */
    YAML_BOMB(Problem.Severity.ERROR),
    /** A text that YAML refuses unless it stands in quotation marks. */
    VALUE_NEEDS_QUOTES(Problem.Severity.ERROR),
    /** A text of which YAML takes the end for a remark. */
    TEXT_CUT_AT_HASH(Problem.Severity.ERROR),

    // Fields
    /** A field is given twice. */
    DUPLICATE_FIELD(Problem.Severity.ERROR),
    /** A field that does not exist. */
    UNKNOWN_FIELD(Problem.Severity.ERROR),
    /** A field that is known, but that this version does not show. */
    FIELD_NOT_SHOWN_YET(Problem.Severity.WARNING),
    /** A field that changes nothing, because of what else the file says or does not say. */
    FIELD_WITHOUT_EFFECT(Problem.Severity.WARNING),
    /** A field that must be given is missing. */
    FIELD_MISSING(Problem.Severity.ERROR),
    /** A list where a text is meant, and the like. */
    WRONG_TYPE(Problem.Severity.ERROR),
    /** A word that is none of those known. */
    UNKNOWN_VALUE(Problem.Severity.ERROR),
    /** A number that is too small or too large, or none. */
    NUMBER_OUT_OF_RANGE(Problem.Severity.ERROR),
    /** A date that cannot be read. */
    BROKEN_DATE(Problem.Severity.ERROR),
    /** A time that never was, or was twice, because clocks were changed. */
    CLOCK_CHANGE(Problem.Severity.WARNING),
    /** A span of time that cannot be read. */
    BROKEN_DURATION(Problem.Severity.ERROR),
    /** An address that is not what is needed here, or that is not safe. */
    BROKEN_ADDRESS(Problem.Severity.ERROR),
    /** A colour that is not hexadecimal. */
    BROKEN_COLOUR(Problem.Severity.ERROR),
    /** A pattern for dates among the theme's words that cannot be read: the usual one takes its place. */
    BROKEN_PATTERN(Problem.Severity.WARNING),
    /** A language tag that names no language. */
    UNKNOWN_LANGUAGE(Problem.Severity.ERROR),
    /** A time zone that does not exist. */
    UNKNOWN_ZONE(Problem.Severity.ERROR),
    /** A slug, id or name that cannot stand in an address. */
    UNSAFE_SLUG(Problem.Severity.ERROR),
    /** A name that the paper needs for itself. */
    RESERVED_NAME(Problem.Severity.ERROR),
    /** Two things of one list bear one name. */
    SAME_NAME_TWICE(Problem.Severity.ERROR),

    // Articles
    /** An article has no headline. */
    HEADLINE_MISSING(Problem.Severity.ERROR),
    /** A headline is too long for lists and search engines. */
    HEADLINE_TOO_LONG(Problem.Severity.WARNING),
    /** A short text is longer than the place for it. */
    FIELD_TOO_LONG(Problem.Severity.WARNING),
    /** Nothing says when an article was published. */
    DATE_MISSING(Problem.Severity.ERROR),
    /** Nothing says when a wire story was published: it is held back. */
    WIRE_DATE_MISSING(Problem.Severity.WARNING),
    /** A date before there were newspapers on the web. */
    IMPLAUSIBLE_DATE(Problem.Severity.WARNING),
    /** Something ends before it begins. */
    DATES_OUT_OF_ORDER(Problem.Severity.ERROR),
    /** The last line of a wire story looks as if it named a section, and names none. */
    SECTION_UNCERTAIN(Problem.Severity.WARNING),
    /** A section that is not declared. */
    UNKNOWN_SECTION(Problem.Severity.ERROR),
    /** Neither field nor folder says to which section an article belongs. */
    SECTION_MISSING(Problem.Severity.ERROR),
    /** Two tags differ only in letter case or accents. */
    SAME_TAG_TWICE(Problem.Severity.WARNING),
    /** A person, an organisation, a place or an event whose name has no letter and no digit. */
    NAME_WITHOUT_LETTERS(Problem.Severity.WARNING),
    /** A tag of which no address can be made. */
    TAG_WITHOUT_LETTERS(Problem.Severity.WARNING),
    /** An author's name begins with "by". */
    BY_IN_BYLINE(Problem.Severity.WARNING),
    /** Several people stand in one name, and so share a page that belongs to neither. */
    SEVERAL_IN_ONE_NAME(Problem.Severity.WARNING),
    /** A dateline holds a date. */
    DATE_IN_DATELINE(Problem.Severity.WARNING),
    /** Breaking news without an end. */
    BREAKING_WITHOUT_END(Problem.Severity.WARNING),
    /** A place that is not safe to tell is named by the article that keeps it back. */
    UNSAFE_PLACE_NAMED(Problem.Severity.WARNING),
    /** A machine had a part in an article, and nothing says which. */
    AI_WITHOUT_NOTE(Problem.Severity.WARNING),
    /** An article was withdrawn and nothing says why. */
    WITHDRAWN_WITHOUT_REASON(Problem.Severity.WARNING),
    /** An anonymous source without a reason. */
    REASON_MISSING(Problem.Severity.WARNING),
    /** A source that is said to be anonymous, and named. */
    ANONYMOUS_SOURCE_NAMED(Problem.Severity.WARNING),
    /** Paid content that does not say who paid. */
    SPONSOR_MISSING(Problem.Severity.ERROR),
    /** A list whose lines do not begin with hyphens is one text to YAML. */
    LIST_WITHOUT_HYPHENS(Problem.Severity.WARNING),
    /** Too few or too many key points. */
    KEY_POINTS_COUNT(Problem.Severity.WARNING),

    /** A file of the newsroom's record of earlier versions is damaged. */
    BROKEN_VERSION(Problem.Severity.WARNING),

    // Targets
    /** A password or token where everybody reads it who has the paper's files. */
    SECRET_IN_SETTINGS(Problem.Severity.ERROR),

    // Wire stories
    /** A plain text that begins with fields, as articles do. */
    FIELDS_IN_WIRE_TEXT(Problem.Severity.ERROR),
    /** A date in the text that does not say its year. */
    DATE_WITHOUT_YEAR(Problem.Severity.WARNING),
    /** A wire story that names no author. */
    BYLINE_MISSING(Problem.Severity.WARNING),
    /** A wire story that does not say where it came from. */
    CREDIT_MISSING(Problem.Severity.WARNING),

    // Tables
    /** A row of a table has more or fewer cells than its heading, or a quotation mark is not closed. */
    BROKEN_TABLE(Problem.Severity.ERROR);

    private final Problem.Severity severity;

    ContentFault(Problem.Severity severity) {
        this.severity = severity;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Problem.Severity severity() {
        return severity;
    }
}
