package press.broadsheet.files;

/**
 * A file of {@code content/}.
 *
 * @param path below {@code content/}, with {@code /}
 * @param size in bytes
 * @param time when it was last changed, in nanoseconds of the file system's clock
 */
public record SourceFile(String path, long size, long time) {}
