package press.broadsheet.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import press.broadsheet.text.Fingerprint;

/**
 * What can be seen of files without opening one: which there are, how large they are, and when they were changed.
 *
 * @param all tells one such sight from another
 * @param latest when the last of them was changed, in nanoseconds of the file system's clock; {@link Long#MIN_VALUE}
 *     if there is none
 */
public record Look(Fingerprint all, long latest) {

    /** Of this and something else. */
    public Look with(Look other) {
        return new Look(sum(all, other.all), Math.max(latest, other.latest));
    }

    /** In whatever order a folder gives its files. */
    private static Fingerprint sum(Fingerprint one, Fingerprint other) {
        return new Fingerprint(one.high() + other.high(), one.low() + other.low());
    }

    /** Of this without something that was seen in it; {@code latest} stays. */
    public Look without(Look part) {
        return new Look(new Fingerprint(all.high() - part.all.high(), all.low() - part.all.low()), latest);
    }

    /** Of one file of {@code content/}, as walking the folder sees it. */
    public static Look of(SourceFile file) {
        return of(file.path(), file.size(), file.time());
    }

    private static Look of(String name, long size, long time) {
        String text = size + " " + time + " " + name;
        return new Look(Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)), time);
    }

    /** Gathers what is seen. Not thread-safe. */
    static final class Taking {
        private Look look = new Look(new Fingerprint(0, 0), Long.MIN_VALUE);

        /** @param name by which it is told from the others */
        void see(String name, Path file, BasicFileAttributes attributes) {
            BasicFileAttributes seen = attributes.isSymbolicLink() ? behind(file, attributes) : attributes;
            long time = seen.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            look = look.with(of(name, seen.size(), time));
        }

        /** What another has gathered of other files. */
        void add(Taking other) {
            look = look.with(other.look);
        }

        private static BasicFileAttributes behind(Path link, BasicFileAttributes attributes) {
            try {
                return Files.readAttributes(link, BasicFileAttributes.class);
            } catch (IOException leadsNowhere) {
                return attributes;
            }
        }

        Look taken() {
            return look;
        }
    }
}
