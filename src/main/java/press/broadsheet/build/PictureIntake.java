package press.broadsheet.build;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.files.MediaTypes;
import press.broadsheet.files.PictureFile;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Picture;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.PatchedMap;

/** Finds the pictures that published pages show; no other picture of the newsroom's leaves its folder. */
final class PictureIntake {
    private static final String CONTENT = "content/";

    /** Each picture with the first place that shows it. */
    private final Map<String, Place> wanted = new LinkedHashMap<>();

    /** How often each is shown. */
    private final Map<String, Integer> shown = new HashMap<>();

    private final Sources sources;
    private final SourceStore store;
    private final Codecs codecs;
    private final Problems problems;

    /** What is told of the pictures. */
    private final Problems own = new Problems();

    /** What a build before this one saw, of files that nobody has touched since; by path. */
    private final Map<String, Looked> known;

    private final Map<String, Looked> looked = new HashMap<>();

    private PictureIntake(
            Sources sources, Map<String, Looked> known, SourceStore store, Codecs codecs, Problems problems) {
        this.sources = sources;
        this.known = known;
        this.store = store;
        this.codecs = codecs;
        this.problems = problems;
    }

    /** What a picture's file gave. */
    public record Looked(Optional<PictureFile> file, List<Problem> problems) {}

    /**
     * The pictures that pages show.
     *
     * @param found those that are there, by path below {@code content/}
     * @param looked what was seen of those that walking the folder found, by path
     * @param shown how often each picture is shown, whether it is there or not
     * @param told of them
     */
    record Pictures(
            Map<String, PictureFile> found,
            Map<String, Looked> looked,
            Map<String, Integer> shown,
            List<Problem> told) {}

    /**
     * The pictures that are there; those that are not are told.
     *
     * @param known what was seen of files that nobody has touched since
     */
    static Pictures read(
            Newspaper paper, Newsroom newsroom, Map<String, Looked> known, Codecs codecs, Problems problems) {
        var intake =
                new PictureIntake(newsroom.sources(), known, newsroom.bodies().store(), codecs, problems);
        for (Edition edition : paper.editions()) {
            for (Card card : edition.cards()) {
                Picture picture = card.picture();
                if (picture != null) {
                    intake.want(picture.source(), picture.place());
                }
                intake.want(newsroom.ends(card.id()));
            }
            Standing.pictures(edition.matter()).forEach(picture -> intake.want(picture.source(), picture.place()));
            Standing.bodies(edition.settings(), edition.matter()).forEach(body -> intake.want(body.ends()));
        }
        String logo = newsroom.site().organisation().logo();
        if (!logo.isEmpty()) {
            intake.want(
                    logo, newsroom.site().organisationPlaces().getOrDefault("logo", SourceTree.place(Intake.SETTINGS)));
        }
        var found = new TreeMap<String, PictureFile>();
        intake.wanted.forEach(
                (source, place) -> intake.picture(source, place).ifPresent(file -> found.put(source, file)));
        return intake.pictures(found);
    }

    /** Ready: what was told goes where it is to be told. */
    private Pictures pictures(Map<String, PictureFile> found) {
        problems.addAll(own.inOrder());
        return new Pictures(found, looked, shown, own.inOrder());
    }

    /**
     * The same after some articles were read again.
     *
     * @param before those that were there
     * @param then the paper of which they were
     */
    static Pictures after(
            Pictures before, Newspaper then, Newspaper now, Reread read, Codecs codecs, Problems problems) {
        var others = new HashMap<String, Integer>();
        count(then, read.before(), read, source -> others.merge(source, -1, Integer::sum));
        count(now, read.now(), read, source -> others.merge(source, 1, Integer::sum));
        others.values().removeIf(times -> times == 0);
        // A picture that is missing is told where it is shown first.
        boolean isMissing = before.told().stream().anyMatch(problem -> problem.code() == PaperFault.MISSING_PICTURE);
        boolean isSame = others.entrySet().stream()
                .allMatch(one -> before.shown().getOrDefault(one.getKey(), 0) > 0
                        && before.shown().getOrDefault(one.getKey(), 0) + one.getValue() > 0);
        if (isMissing || !isSame) {
            return read(now, read.now(), before.looked(), codecs, problems);
        }
        problems.addAll(before.told());
        others.replaceAll((source, times) -> before.shown().getOrDefault(source, 0) + times);
        return new Pictures(before.found(), before.looked(), PatchedMap.of(before.shown(), others), before.told());
    }

    /** Counts what is shown by articles that were read again, as they stand in a paper. */
    private static void count(Newspaper paper, Newsroom newsroom, Reread read, Consumer<String> shown) {
        for (Edition edition : paper.editions()) {
            for (Article.Id id : read.ids()) {
                edition.card(id).ifPresent(card -> {
                    Picture picture = card.picture();
                    if (picture != null) {
                        shown.accept(picture.source());
                    }
                    newsroom.ends(id).figures().forEach(figure -> shown.accept(figure.source()));
                });
            }
        }
    }

    private void want(Body.Ends ends) {
        ends.figures().forEach(figure -> want(figure.source(), figure.place()));
    }

    private void want(String source, Place place) {
        wanted.putIfAbsent(source, place);
        shown.merge(source, 1, Integer::sum);
    }

    private Optional<PictureFile> picture(String source, Place place) {
        SourceTree content = sources.content();
        SourceFile file = sources.find(source).orElse(null);
        if (file == null && !content.has(source)) {
            own.add(
                    PaperFault.MISSING_PICTURE,
                    place,
                    "There is no picture content/" + source + ".",
                    besideContent(source)
                            .or(() -> like(source)
                                    .map(near -> "Did you mean content/" + near
                                            + "? Letter case counts, and so does the ending."))
                            .orElse(
                                    "Check the name; letter case counts. A path is meant from the article's own folder, or"
                                            + " with a leading / from content/."));
            return Optional.empty();
        }
        Optional<Looked> seen = file == null ? content.read(source, own).map(bytes -> look(bytes, source)) : look(file);
        seen.ifPresent(one -> own.addAll(one.problems()));
        return seen.flatMap(Looked::file);
    }

    private Optional<Looked> look(SourceFile file) {
        Optional<Looked> seen = Optional.ofNullable(known.get(file.path()))
                .or(() -> sources.take(
                        file,
                        kept -> store.read(kept.result()).map(bytes -> codecs.read(Looked.class, bytes)),
                        bytes -> kept(look(bytes, file.path())),
                        own));
        seen.ifPresent(one -> looked.put(file.path(), one));
        return seen;
    }

    /** For a path that was written from the paper's folder, and is meant from {@code content/}. */
    private Optional<String> besideContent(String source) {
        return source.startsWith(CONTENT) && sources.content().has(source.substring(CONTENT.length()))
                ? Optional.of("Leave \"content/\" out: a path with a leading / counts from there. Write it so:\n/"
                        + source.substring(CONTENT.length()))
                : Optional.empty();
    }

    /** A picture whose name differs in letter case or ending only; else the nearest name in the same folder. */
    private Optional<String> like(String source) {
        String name = withoutEnding(source);
        List<String> pictures = sources.paths().stream()
                .filter(path ->
                        MediaTypes.of(path).startsWith("image/") && folder(path).equalsIgnoreCase(folder(source)))
                .toList();
        return pictures.stream()
                .filter(path -> path.equalsIgnoreCase(source))
                .findFirst()
                .or(() -> pictures.stream()
                        .filter(path -> withoutEnding(path).equalsIgnoreCase(name))
                        .findFirst())
                .or(() -> Nearest.of(source, pictures));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String withoutEnding(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    private static Looked look(byte[] bytes, String source) {
        var told = new Problems();
        return new Looked(PictureFile.read(bytes, SourceTree.place(source), told), told.inOrder());
    }

    private Sources.Result<Looked> kept(Looked looked) {
        var sink = new Sink();
        codecs.write(Looked.class, looked, sink);
        return new Sources.Result<>(looked, null, null, store.add(sink));
    }
}
