package press.broadsheet.publish;

import press.broadsheet.files.OutputPath;

/**
 * A file as it is to stand at a target.
 *
 * @param size in bytes
 * @param digest SHA-256 of its bytes, in lower-case hexadecimal
 */
public record SiteFile(OutputPath path, long size, String digest) {}
