package press.broadsheet.files;

/**
 * A file of {@code content/}.
 *
 * @param path below {@code content/}, with {@code /}
 * @param size in bytes
 */
public record SourceFile(String path, long size) {}
