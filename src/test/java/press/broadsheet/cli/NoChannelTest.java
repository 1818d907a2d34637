package press.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.publish.GitHost;
import press.broadsheet.publish.ObjectHost;
import press.broadsheet.sites.SiteBuilder;

/**
 * Whoever compares what leaves the newsroom finds no trace of what is held back: neither its words nor its weight. A paper that has it and
 * one that never had it are the same in every byte, name, size, count, date and order of the published folder, compressed files and checksums
 * with it, in the commit that a branch gets, in all that an object store is told, in the rules for servers, in what caches are told to forget, and in what is
 * recorded of readers.
 */
class NoChannelTest {
    private static final String NOW = "2026-11-24T12:00:00Z";

    /** Everything on that could tell something, and articles that share with the secret one whatever can be shared. */
    private static final String PAPER = """
            -- content/site.yaml --
            name: The Silent Times
            url: https://silent.example/
            zone: Europe/Kyiv
            sections: [world, sport]
            history: true
            lists: {pageSize: 2}
            organisation: {reporting: true}
            hosting: {compress: [gzip, brotli], checksums: true, indexNow: silent-times-key, indexNowService: "http://127.0.0.1:9/", webSub: "http://127.0.0.1:9/"}
            targets:
              folder: {kind: folder, path: ../www, grace: 0}
              branch: {kind: git, repository: ../site.git, grace: 0}
              bucket: {kind: s3, bucket: lantern-www, endpoint: "ENDPOINT", grace: 0}
            -- content/people/ada.md --
            ---
            name: Ada King
            ---
            She writes.
            -- content/stories/flood.md --
            ---
            name: The flood
            summary: Water everywhere.
            timeline: [{date: 20 November, text: It rained.}, articles]
            ---
            It began.
            -- content/world/one.md --
            ---
            headline: One
            slug: one
            published: 2026-11-22T08:00
            authors: [ada]
            story: flood
            tags: [Flood]
            people: [Ida Roe]
            places: [Port Town]
            image: {src: shared.svg, alt: Water, credit: Ada King}
            corrections: [{date: 2026-11-23T08:00, text: It was two.}]
            ---
            ::: quote {by="Ida Roe"}
            It rained.
            :::
            -- content/world/two.md --
            ---
            headline: Two
            slug: two
            published: 2026-11-23T08:00
            authors: [ada]
            story: flood
            tags: [Flood]
            people: [Ida Roe]
            ---
            Water.
            -- content/world/three.md --
            ---
            headline: Three
            slug: three
            published: 2026-11-24T09:00
            tags: [Flood]
            genre: live
            live: {start: 2026-11-24T09:00}
            ---
            ::: entry {time="09:30"}
            It rose.
            :::
            -- content/world/shared.svg --
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Water</title></svg>
            -- content/world/own.svg --
            <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>Secret</title></svg>
            """;

    private static final String SECRET = """
            ---
            headline: The secret
            slug: secret
            published: 2026-11-23T09:00
            %s
            authors: [ada, {name: Quincy Quokka}]
            story: flood
            tags: [Flood, Secrets]
            people: [Ida Roe, Quincy Quokka]
            places: [Port Town, Quokkaville]
            urgency: 1
            breaking: {until: 2026-11-30T08:00}
            image: {src: own.svg, alt: Secret, credit: Ada King}
            aliases: [/secret-once/]
            corrections: [{date: 2026-11-24T10:00, text: It was a secret.}]
            updates: [{date: 2026-11-24T11:00, text: It still is.}]
            ---
            ::: quote {by="Ida Roe"}
            Nobody may know. ![Water](shared.svg "Water"){credit="Ada King"}
            :::
            """;

    private static final String RECORD = "what readers had";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void deploy(SiteBuilder site, String target) {
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminal.NONE,
                Map.of("AWS_ACCESS_KEY_ID", ObjectHost.KEY, "AWS_SECRET_ACCESS_KEY", ObjectHost.SECRET),
                Path.of(System.getProperty("broadsheet.home", "")));
        assertEquals(
                Exit.GOOD,
                Main.run(console, "deploy", target, "--site", site.folder().toString(), "--now", NOW),
                err::toString);
    }

    /** All that leaves the newsroom, by what it is. */
    private Map<String, Object> told(String name, Map<String, String> more) throws Exception {
        Path desk = folder.resolve(name);
        var told = new TreeMap<String, Object>();
        try (var git = new GitHost(desk.resolve("site.git"));
                var store = new ObjectHost()) {
            SiteBuilder site = new SiteBuilder(desk.resolve("paper"))
                    .write(PAPER.replace("ENDPOINT", "http://127.0.0.1:" + store.port()));
            more.forEach((path, text) -> site.write("content/" + path, text));
            for (String target : List.of("folder", "branch", "bucket")) {
                deploy(site, target);
                told.put(
                        "changes.json after " + target,
                        beside(site, "changes.json").replace("" + store.port(), "PORT"));
            }
            told.put("published folder", SiteBuilder.tree(site.output()));
            told.put("readers' folder", SiteBuilder.tree(desk.resolve("www").toRealPath()));
            told.put(
                    "the commit with its words, its author, its time and all its files",
                    git.head("gh-pages").name());
            told.put("objects", store.objects());
            var metadata = new TreeMap<String, String>();
            store.objects().keySet().forEach(key -> metadata.put(key, store.served(key)));
            told.put("what is told with them", metadata);
            told.put("rules for nginx", beside(site, "host/nginx.conf"));
            told.put("rules for Apache", beside(site, "host/apache.conf"));
            told.put(RECORD, SiteBuilder.tree(site.folder().resolve("content/_history")));
        }
        return told;
    }

    private static String beside(SiteBuilder site, String name) throws IOException {
        return Files.readString(site.folder().resolve(".broadsheet").resolve(name));
    }

    private void assertSilent(Map<String, String> more) throws Exception {
        Map<String, Object> without = told("without", Map.of());
        Map<String, Object> with = told("with", more);
        assertEquals(without.keySet(), with.keySet());
        without.forEach((what, as) -> assertSame(what, as, with.get(what)));
    }

    /** Says which file it is rather than what stands in it. */
    private static void assertSame(String what, Object expected, @Nullable Object given) {
        if (expected instanceof Map<?, ?> files && given instanceof Map<?, ?> others) {
            assertEquals(files.keySet(), others.keySet(), what);
            var different = new TreeMap<Object, Object>(files);
            different.entrySet().removeIf(file -> file.getValue().equals(others.get(file.getKey())));
            assertEquals(java.util.Set.of(), different.keySet(), what);
        }
        assertEquals(expected, given, what);
    }

    /** What the newsroom records beside a public article is a print of its file, notes included: it stays where they are. */
    private void assertSilentButForTheRecord(Map<String, String> more) throws Exception {
        Map<String, Object> without = told("without", Map.of());
        Map<String, Object> with = told("with", more);
        without.forEach((what, as) -> {
            if (!what.equals(RECORD)) {
                assertSame(what, as, with.get(what));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embargo: 2026-11-25T08:00",
                "modified: 2026-11-30T08:00\nstatus: draft",
                "status: review",
                "status: withheld",
                "genre: opinion\nexpires: 2026-11-24T08:00"
            })
    void anArticleThatIsHeldBackChangesNothingThatLeaves(String state) throws Exception {
        assertSilent(Map.of("world/secret.md", SECRET.formatted(state)));
    }

    @Test
    void neitherDoesALiveReportUnderEmbargoNorAWireTextOfTomorrow() throws Exception {
        assertSilent(Map.of(
                "world/vigil.md",
                "---\nheadline: A vigil\ngenre: live\npublished: 2026-11-24T08:00\nembargo: 2026-11-25T08:00\n"
                        + "live: {start: 2026-11-24T08:00}\n---\n::: entry {time=\"09:00\" key}\nThey wait.\n:::\n",
                "world/2026-11-26-strike.txt",
                "A strike begins\nNobody works.\nBy Ada King\nAll is still.\n"));
    }

    @Test
    void neitherDoesANoteAmongColleaguesNorAPictureThatNobodyShowsNorARemark() throws Exception {
        String two = PAPER.substring(PAPER.indexOf("---\nheadline: Two"), PAPER.indexOf("-- content/world/three.md"));
        assertSilentButForTheRecord(Map.of(
                "world/two.md",
                two.replace(
                                "slug: two",
                                "note: ring the source again\nchecks: {short-headline: it is short}\nslug: two")
                        .replace("Water.", "Water.\n\n<!-- her name is Quincy -->"),
                "world/unused.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"7\"/>",
                "world/two.md~",
                "an older version",
                ".env",
                "TOKEN"));
    }

    @Test
    void neitherDoesAPlaceThatIsNotSafeToTell() throws Exception {
        String two = PAPER.substring(PAPER.indexOf("---\nheadline: Two"), PAPER.indexOf("-- content/world/three.md"));
        assertSilentButForTheRecord(Map.of(
                "world/two.md",
                two.replace(
                        "slug: two", "dateline: {city: Quokkaville, country: Quokkaland, unsafe: true}\nslug: two")));
    }

    /** These tests would be worth nothing if they saw nothing. */
    @Test
    void whatReadersMaySeeIsSeenInEachOfThem() throws Exception {
        Map<String, Object> without = told("without", Map.of());
        Map<String, Object> with = told("with", Map.of("world/secret.md", SECRET.formatted("genre: news")));
        for (String what : without.keySet()) {
            if (!what.startsWith("rules for")) {
                assertNotEquals(without.get(what), with.get(what), what);
            }
        }
        assertTrue(String.valueOf(with.get("rules for nginx")).contains("/secret-once"));
        assertFalse(String.valueOf(without.get("rules for nginx")).contains("/secret-once"));
    }
}
