package press.broadsheet.files;

import press.broadsheet.problem.Problem;

/** Faults of files and folders. */
public enum FileFault implements Problem.Code {
    /** There is no {@code content/} to build from. */
    CONTENT_MISSING("content-missing", Problem.Severity.ERROR),
    /** There is no {@code content/site.yaml}. */
    SETTINGS_MISSING("settings-missing", Problem.Severity.ERROR),
    /** A link leads out of {@code content/} or in a circle. */
    LINK_OUTSIDE_CONTENT("link-outside-content", Problem.Severity.ERROR),
    /** A file cannot be read. */
    UNREADABLE_FILE("unreadable-file", Problem.Severity.ERROR),
    /** A text is larger than any article. */
    TOO_LARGE("too-large", Problem.Severity.ERROR),
    /** Two files whose names look the same and differ only in how their accents are encoded. */
    LOOK_ALIKE_FILES("look-alike-files", Problem.Severity.ERROR),
    /** The published folder would overwrite the paper's own files. */
    UNSAFE_OUTPUT_FOLDER("unsafe-output-folder", Problem.Severity.ERROR),
    /** Another build of this paper is running. */
    BUILD_RUNNING("build-running", Problem.Severity.ERROR),
    /** The disk has no room for the paper. */
    DISK_FULL("disk-full", Problem.Severity.ERROR),
    /** Something that no build wrote stands where a page must go, and cannot be replaced. */
    OUTPUT_BLOCKED("output-blocked", Problem.Severity.ERROR),
    /** A file that no build wrote stood where a page goes, and is replaced. */
    FOREIGN_FILE_REPLACED("foreign-file-replaced", Problem.Severity.WARNING),
    /** A picture's bytes are of no format that browsers show. */
    UNKNOWN_PICTURE_FORMAT("unknown-picture-format", Problem.Severity.ERROR),
    /** A drawing could run a script in a reader's browser. */
    UNSAFE_PICTURE("unsafe-picture", Problem.Severity.ERROR);

    private final String id;
    private final Problem.Severity severity;

    FileFault(String id, Problem.Severity severity) {
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
