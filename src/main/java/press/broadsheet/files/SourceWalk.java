package press.broadsheet.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Problems;

/**
 * One walk through {@code content/}: finds what may belong to the paper, tells of what can belong to none, and looks at all the
 * rest, so that somebody sees when it changes.
 */
final class SourceWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Problems problems;
    private final List<SourceFile> found = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Look.Taking look = new Look.Taking();
    private final Look.Taking passedOver = new Look.Taking();

    /** Files whose name on disk is not in composed form: composed to real. */
    private final Map<String, Path> otherwiseNamed = new HashMap<>();

    /** Where names below the folder begin. */
    private final int start;

    /** The folder that is passed over, while what is in it is only looked at. */
    private @Nullable Path aside;

    /** @param root the folder, without links */
    SourceWalk(Path root, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.start = root.resolve("x").toString().length() - 1;
    }

    /** Walks through a file or folder that stands in ours. */
    void through(Path part) {
        try {
            Files.walkFileTree(part, this);
        } catch (IOException impossible) {
            // What cannot be walked through is told where it stands.
            throw new UncheckedIOException(impossible);
        }
    }

    /** What another walk has found, through another part of the folder. */
    void add(SourceWalk other) {
        for (SourceFile file : other.found) {
            if (names.add(file.path())) {
                found.add(file);
            } else {
                tellAlike(file.path());
            }
        }
        refused.addAll(other.refused);
        other.otherwiseNamed.forEach(otherwiseNamed::putIfAbsent);
        look.add(other.look);
        passedOver.add(other.passedOver);
    }

    /** Everything, when all was walked. */
    SourceTree.Found found() {
        found.sort(Comparator.comparing(SourceFile::path));
        return new SourceTree.Found(List.copyOf(found), look.taken(), passedOver.taken(), List.copyOf(refused));
    }

    Map<String, Path> otherwiseNamed() {
        return otherwiseNamed;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (aside == null && !folder.equals(root) && SourceTree.isIgnored(nameOf(folder))) {
            aside = folder;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = below(file);
        int before = found.size();
        look.see(plain(name), file, attributes);
        if (aside == null && !SourceTree.isIgnored(name.substring(name.lastIndexOf(File.separatorChar) + 1))) {
            if (attributes.isSymbolicLink()) {
                follow(file);
            } else {
                take(file, name, attributes);
            }
        }
        if (found.size() == before) {
            passedOver.see(plain(name), file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (aside == null) {
            tell(FileFault.UNREADABLE_FILE, file, "It cannot be read: " + SourceTree.why(e), SourceTree.READABLE);
            if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                refused.add(pathOf(file));
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (folder.equals(aside)) {
            aside = null;
        } else if (e != null && aside == null) {
            tell(
                    FileFault.UNREADABLE_FILE,
                    folder,
                    "The folder cannot be read to its end: " + SourceTree.why(e),
                    SourceTree.READABLE);
        }
        return FileVisitResult.CONTINUE;
    }

    private void follow(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(root)) {
                SourceTree.tellLinkOut(pathOf(link), problems);
                refused.add(pathOf(link));
                return;
            }
            var attributes = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                tell(
                        FileFault.LINK_OUTSIDE_CONTENT,
                        link,
                        "This link leads to a folder, so its files would be published twice or in a circle.",
                        "Link to single files only.");
                return;
            }
            take(link, below(link), attributes);
        } catch (IOException e) {
            tellUnreadable(link, e);
        }
    }

    private void tellUnreadable(Path link, IOException why) {
        if (isCircle(link)) {
            refuse(
                    FileFault.UNREADABLE_FILE,
                    link,
                    "This link leads to itself, straight or by way of others.",
                    "Delete it, and put the file itself here.");
        } else {
            refuse(
                    FileFault.UNREADABLE_FILE,
                    link,
                    "This link leads to nothing that can be read.",
                    why instanceof NoSuchFileException
                            ? "Delete it, or let it lead to a file in content/."
                            : SourceTree.READABLE);
        }
    }

    private static boolean isCircle(Path link) {
        var passed = new HashSet<Path>();
        Path at = link;
        try {
            while (Files.isSymbolicLink(at)) {
                if (!passed.add(at)) {
                    return true;
                }
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private void take(Path file, String name, BasicFileAttributes attributes) {
        String path = composed(name);
        if (!attributes.isRegularFile()) {
            refuse(FileFault.UNREADABLE_FILE, file, "This is not a regular file.", "Remove it.");
            return;
        }
        if (attributes.size() > SourceTree.limit(path)) {
            SourceTree.tellTooLarge(path, attributes.size(), SourceTree.limit(path), problems);
            refused.add(path);
            return;
        }
        if (!names.add(path)) {
            tellAlike(path);
            return;
        }
        if (!isNamed(path, name)) {
            otherwiseNamed.put(path, file);
        }
        found.add(new SourceFile(
                path, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
    }

    /** The name below the folder, as the file system writes it. To let paths find that out takes longer than to look at a file. */
    private String below(Path file) {
        return file.toString().substring(start);
    }

    private static String composed(String name) {
        return Normalizer.normalize(plain(name), Normalizer.Form.NFC);
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(plain(name));
    }

    private static String plain(String name) {
        return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
    }

    private String pathOf(Path file) {
        return file.equals(root) ? "" : composed(below(file));
    }

    private void tellAlike(String path) {
        refused.add(path);
        problems.add(
                FileFault.LOOK_ALIKE_FILES,
                SourceTree.place(path),
                "Two files have this name; they differ only in how its accents are encoded.",
                "Rename one of them.");
    }

    /** A file, of which one more is counted that is not read. */
    private void refuse(FileFault fault, Path file, String message, String hint) {
        refused.add(pathOf(file));
        tell(fault, file, message, hint);
    }

    private void tell(FileFault fault, Path file, String message, String hint) {
        problems.add(fault, SourceTree.place(pathOf(file)), message, hint);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
