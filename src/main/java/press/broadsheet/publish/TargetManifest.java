package press.broadsheet.publish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.files.OutputPath;

/**
 * What deployments have put at a target, kept at the target. One line a file: digest, size, state, path.
 *
 * @param deployed when the last deployment that was completed began; {@link Instant#EPOCH} if none was
 * @param held by path
 */
public record TargetManifest(Instant deployed, SortedMap<OutputPath, Held> held) {
    private static final String VERSION = "broadsheet deployment 1";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) (\\S{1,40}) (.+)");

    /** Of a target to which nothing was ever deployed. */
    public static final TargetManifest NONE = new TargetManifest(Instant.EPOCH, new TreeMap<>());

    public TargetManifest {
        held = Collections.unmodifiableSortedMap(held);
    }

    /**
     * A file at the target.
     *
     * @param file as it was sent last
     * @param state whether it is whole, and wanted
     * @param gone when the site ceased to have it; {@link Instant#EPOCH} if it is wanted
     */
    public record Held(SiteFile file, State state, Instant gone) {
        static Held whole(SiteFile file) {
            return new Held(file, State.WHOLE, Instant.EPOCH);
        }

        /** On its way: a deployment that is cut off leaves it as the new one, the old one or none. */
        static Held underWay(SiteFile file) {
            return new Held(file, State.UNDER_WAY, Instant.EPOCH);
        }

        Held goneAt(Instant when) {
            return state == State.GONE ? this : new Held(file, State.GONE, when);
        }
    }

    /** What is known of a file at the target. */
    public enum State {
        WHOLE,
        UNDER_WAY,
        GONE
    }

    /** Whether anything was ever deployed, or begun to be. */
    public boolean isNone() {
        return held.isEmpty();
    }

    /** As it is kept at the target. */
    public byte[] toBytes() {
        var text = new StringBuilder(held.size() * 128 + 100);
        text.append(VERSION).append('\n').append(deployed).append('\n');
        held.values()
                .forEach(one -> text.append(one.file().digest())
                        .append(' ')
                        .append(one.file().size())
                        .append(' ')
                        .append(state(one))
                        .append(' ')
                        .append(one.file().path())
                        .append('\n'));
        text.append("end ").append(held.size()).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String state(Held one) {
        return switch (one.state()) {
            case WHOLE -> "whole";
            case UNDER_WAY -> "under-way";
            case GONE -> one.gone().toString();
        };
    }

    /** Reads what {@link #toBytes} wrote; empty if it is damaged, cut off or another program's. */
    public static Optional<TargetManifest> read(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        boolean whole = lines.size() >= 3
                && lines.getFirst().equals(VERSION)
                && lines.getLast().equals("end " + (lines.size() - 3));
        if (!whole) {
            return Optional.empty();
        }
        try {
            var held = new TreeMap<OutputPath, Held>();
            for (String line : lines.subList(2, lines.size() - 1)) {
                Held one = held(line);
                held.put(one.file().path(), one);
            }
            return Optional.of(new TargetManifest(Instant.parse(lines.get(1)), held));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Held held(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        var file = new SiteFile(new OutputPath(parts.group(4)), Long.parseLong(parts.group(2)), parts.group(1));
        return switch (parts.group(3)) {
            case "whole" -> Held.whole(file);
            case "under-way" -> Held.underWay(file);
            default -> new Held(file, State.GONE, Instant.parse(parts.group(3)));
        };
    }
}
