package press.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a new paper begins with. */
final class Starter {
    private static final String SETTINGS = """
            # The paper's settings. Every key is explained in the guide for newsrooms.
            name: The New Paper
            url: https://example.org/
            zone: UTC
            language: en
            motto: All that is new
            description: News, plainly told.

            sections:
              - {id: world, name: World}
              - {id: city, name: City}

            navigation:
              - {name: About us, to: /about/}
            """;

    private static final String ARTICLE = """
            ---
            headline: "The first edition is out"
            standfirst: Every paper begins with one story. This is yours to replace
            published: DATE
            genre: news
            urgency: 3
            ---

            This article is the file `content/FILE`. Change it, build again, and read it anew.

            ## What comes next

            - Give the paper its name in `content/site.yaml`.
            - Begin an article: `broadsheet new article "Headline" --section city`.
            - Build: `broadsheet build`.
            """;

    private static final String ABOUT = """
            ---
            headline: About us
            ---

            Who we are, how to reach us, and how we correct our mistakes.
            """;

    private static final String GITIGNORE = """
            public/
            .broadsheet/
            """;

    private final Path folder;
    private final LocalDate today;

    Starter(Path folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /** The smallest paper that shows how one is laid out. */
    void write() throws IOException {
        put("content/site.yaml", SETTINGS);
        put("content/world/_section.md", "---\nname: World\ndescription: News from abroad.\n---\n");
        put("content/city/_section.md", "---\nname: City\ndescription: News from around the corner.\n---\n");
        put("content/pages/about.md", ABOUT);
        String first = "city/" + String.format(Locale.ROOT, "%04d/%02d", today.getYear(), today.getMonthValue())
                + "/the-first-edition.md";
        put("content/" + first, ARTICLE.replace("DATE", today.toString()).replace("FILE", first));
        put(".gitignore", GITIGNORE);
    }

    /** A copy of a whole paper. */
    void copy(Path content) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(content)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target =
                    folder.resolve("content").resolve(content.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        put(".gitignore", GITIGNORE);
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
