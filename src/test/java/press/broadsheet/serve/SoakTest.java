package press.broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.Memory;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.sites.SiteBuilder;

/**
 * A preview that is left open for a day: {@code -Dsoak.edits=N} saves, each made and fetched before the next, while browsers
 * come and go. What it holds in memory, in files and in threads must not grow. {@code -Dsoak.articles=N} makes the paper larger.
 */
class SoakTest {
    private static final int EDITS = Integer.getInteger("soak.edits", 60);
    private static final int ARTICLES = Integer.getInteger("soak.articles", 60);
    private static final int MEASURES = 10;

    /** What may come and go between two measurements, in MiB: caches of the JDK and soft references. */
    private static final double SLACK = 3;

    @TempDir
    private Path site = Path.of("");

    private final LinkedBlockingQueue<Round> rounds = new LinkedBlockingQueue<>();
    private final List<Socket> browsers = new ArrayList<>();

    private String strings = "";

    /** Rounds that looked at everything. */
    private final AtomicInteger wholeRounds = new AtomicInteger();

    /** What an editor saves. */
    private interface Edit {
        /** Saves it, and waits until it is served. */
        void save(int number, HttpClient client, Newsstand.Place place) throws Exception;
    }

    /** @param heap in use after a collection, in MiB */
    private record Measure(int edits, double heap, int threads, int classes, long files, long state) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6d edits: %6.1f MiB heap, %3d threads, %5d classes, %4d open files, %6d KiB of state",
                    edits,
                    heap,
                    threads,
                    classes,
                    files,
                    state >> 10);
        }
    }

    @Test
    void manyEditsLeaveNothingBehind() throws Exception {
        assertFlat(soak(this::edit));
    }

    /** Rounds that look at nothing but what was touched go on by what the round before has left. */
    @Test
    void manyEditsOfArticlesLeaveNothingBehind() throws Exception {
        assertFlat(soak(this::editArticle));
        assertTrue(wholeRounds.get() <= 2 + EDITS / 50, wholeRounds + " rounds looked at everything");
    }

    @Test
    void manyEditsOfTextsLeaveNothingBehind() throws Exception {
        assertFlat(soak(this::editText));
        assertTrue(wholeRounds.get() <= 2 + EDITS / 50, wholeRounds + " rounds looked at everything");
    }

    private List<Measure> soak(Edit edits) throws Exception {
        write();
        var place = Newsstand.Place.find("localhost", 0, 0);
        Path folder = OutputFolder.preview(site, "test");
        var memory = Memory.lasting();
        Rebuild rebuild = (now, keepGoing, touched) -> new Build(
                        new BuildOptions(
                                site,
                                Path.of(System.getProperty("broadsheet.home", "")),
                                folder,
                                URI.create(place.address()),
                                now,
                                false,
                                false,
                                false,
                                keepGoing,
                                false,
                                2),
                        this::look,
                        memory)
                .run(touched);
        var paper = new Newsstand.Paper(site, folder, rebuild, () -> SiteBuilder.NOON, ZoneOffset.UTC);
        var measures = new ArrayList<Measure>();
        Newsstand stand = Newsstand.open(place, paper, new Listener());
        try (HttpClient client = HttpClient.newHttpClient()) {
            round();
            for (int edit = 0; edit <= EDITS; edit++) {
                if (edit % Math.max(1, EDITS / MEASURES) == 0) {
                    measures.add(measure(edit));
                    System.out.println(measures.getLast() + ", " + wholeRounds + " whole rounds");
                }
                edits.save(edit, client, place);
            }
        } finally {
            stand.close();
        }
        return measures;
    }

    private void look(String step, int done, int total) {
        if (step.equals("reading") && done == total) {
            wholeRounds.incrementAndGet();
        }
    }

    private final class Listener implements Newsstand.Listener {
        @Override
        public void made(Round round) {
            rounds.add(round);
        }

        @Override
        public void failed(Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** After the first fifth, in which classes are loaded and methods compiled. */
    private static void assertFlat(List<Measure> measures) {
        Measure early = measures.get(2);
        Measure last = measures.getLast();
        String all = measures.toString();
        assertTrue(last.heap() <= early.heap() + SLACK, all);
        assertTrue(last.threads() <= early.threads() + 4, all);
        // Each save of a template once left some hundred behind. The JDK makes a few when something is done very often.
        assertTrue(last.classes() <= early.classes() + 150 + EDITS / 10, all);
        assertTrue(last.files() <= early.files() + 8, all);
    }

    private Measure measure(int edits) throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        long state;
        try (var all = Files.list(site.resolve(".broadsheet"))) {
            state = all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        return new Measure(
                edits,
                heap,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                files,
                state);
    }

    private void write() throws IOException {
        Path home = Path.of(System.getProperty("broadsheet.home", ""));
        strings = Files.readString(home.resolve("templates/strings/en.yaml"));
        new SiteBuilder(site).write("""
                -- content/site.yaml --
                name: The Lantern
                url: https://lantern.example/
                sections: [world]
                """);
        for (int number = 0; number < ARTICLES; number++) {
            article(number, "Story " + number, "The first text.");
        }
    }

    private void article(int number, String headline, String text) {
        article("story-" + number, "story-" + number, headline, tag(number), text);
    }

    private static String tag(int number) {
        return "Tag " + number % 7;
    }

    private void article(String name, String slug, String headline, String tag, String text) {
        new SiteBuilder(site)
                .write(
                        "content/world/" + name + ".md",
                        "---\nheadline: " + headline
                                + "\nstandfirst: In short.\npublished: 2026-11-20T08:00:00Z\nslug: " + slug
                                + "\ntags: [" + tag + "]\n---\n" + text + "\n");
    }

    /** A save of one of the kinds that come up in a day; what it leads to is fetched before the next. */
    private void edit(int number, HttpClient client, Newsstand.Place place) throws Exception {
        int story = number % ARTICLES;
        // What the last save led to beyond its own round is of no interest, and must not be held.
        rounds.clear();
        String words = "Edit " + number;
        switch (number % 10) {
            case 0, 1, 2, 3 -> article(story, "Story " + story, words + ". ".repeat(1 + number % 50));
            case 4 -> article(story, words, "It has another headline.");
            case 5 -> new SiteBuilder(site).write("content/world/new-" + number % 40 + ".md", words + "\n");
            case 6 -> Files.delete(site.resolve("content/world/new-" + (number - 1) % 40 + ".md"));
            case 7 -> new SiteBuilder(site).write("templates/parts/unused.peb", "{# " + words + " #}");
            case 8 -> new SiteBuilder(site).write("templates/assets/css/own.css", "p { margin: " + number + "px }");
            default -> new SiteBuilder(site).write("templates/strings/en.yaml", strings + "# " + words + "\n");
        }
        round();
        String address = place.address() + "world/2026/11/20/story-" + story + "/";
        // What an editor does in several steps may be several rounds, the last of which is meant.
        while (number % 10 < 4 && !get(client, address).contains(words)) {
            round();
        }
        browse(place);
        assertTrue(get(client, place.address() + "_desk/notes?path=/").contains("revision"));
    }

    /** A save after which an article is another in any way, comes, or goes: what an ArticleRound is for. */
    private void editArticle(int number, HttpClient client, Newsstand.Place place) throws Exception {
        rounds.clear();
        int story = number / 5 % ARTICLES;
        String words = "Edit " + number;
        String coming = "edit-" + (number - number % 5);
        switch (number % 5) {
            case 0 -> article(coming, coming, words, "Tag " + number, "It has come.");
            case 1 -> article("story-" + story, "story-" + story, words, tag(story), "It has another headline.");
            case 2 -> article("story-" + story, "other-" + story, words, tag(number), "It has another address.");
            case 3 -> article(story, "Story " + story, words + ". ".repeat(1 + number % 50));
            default -> Files.delete(site.resolve("content/world/" + coming + ".md"));
        }
        String slug =
                number % 5 == 2 ? "other-" + story : number % 5 == 0 || number % 5 == 4 ? coming : "story-" + story;
        String address = place.address() + "world/2026/11/20/" + slug + "/";
        round();
        while (get(client, address).contains(number % 5 == 4 ? "It has come." : words) == (number % 5 == 4)) {
            round();
        }
        browse(place);
    }

    /** A save of a text and nothing else: what a TextRound is for. */
    private void editText(int number, HttpClient client, Newsstand.Place place) throws Exception {
        rounds.clear();
        int story = number % ARTICLES;
        String words = "Edit " + number + ".";
        article(story, "Story " + story, words.repeat(1 + number % 50));
        round();
        while (!get(client, place.address() + "world/2026/11/20/story-" + story + "/")
                .contains(words)) {
            round();
        }
        browse(place);
    }

    private static String get(HttpClient client, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A page that is opened and follows what happens; the one of ten saves ago is closed. */
    private void browse(Newsstand.Place place) throws Exception {
        var socket = new Socket("localhost", place.port());
        socket.getOutputStream()
                .write("GET /_desk/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        browsers.add(socket);
        if (browsers.size() > 10) {
            browsers.removeFirst().close();
        }
    }

    private void round() throws InterruptedException {
        assertTrue(rounds.poll(60, TimeUnit.SECONDS) != null, "No round was made");
    }
}
