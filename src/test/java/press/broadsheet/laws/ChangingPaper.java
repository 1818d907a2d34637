package press.broadsheet.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import press.broadsheet.build.Build;
import press.broadsheet.build.BuildOptions;
import press.broadsheet.build.Progress;
import press.broadsheet.build.Touched;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.sites.SiteBuilder;

/** A small paper that is changed at random, in all the ways in which newsrooms and designers change theirs. */
final class ChangingPaper {
    private static final List<String> SECTIONS = List.of("world", "sport", "city");
    private static final List<String> TAGS = List.of("Flood", "Weather", "Budget", "Школа");
    private static final List<String> AUTHORS = List.of("ada-king", "Olena Kovalenko", "Yasmin Idris");
    private static final List<String> WORDS =
            List.of("River", "Bridge", "Council", "Harbour", "School", "Winter", "Market", "Міст");
    private static final List<String> PEOPLE = List.of("Ada King", "Iñés Solá", "Ines Sola", "Петро Мельник");
    private static final String PIXEL = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d 9"><rect width="16" height="9"/></svg>
            """;

    /** What each setting may become; empty: it is not said. {@code #} becomes a figure. */
    private static final TreeMap<String, List<String>> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("name", List.of("The Changing Times", "The Other Times")),
            Map.entry(
                    "url",
                    List.of(
                            "https://changing.example/",
                            "https://changing.example/",
                            "https://changing.example/paper/",
                            "https://changed.example/")),
            Map.entry("zone", List.of("Europe/Kyiv", "Europe/Kyiv", "Asia/Tokyo")),
            Map.entry("motto", List.of("", "Number #")),
            Map.entry("description", List.of("", "All that # people did.")),
            Map.entry(
                    "sections",
                    List.of(
                            "[world, sport, city]",
                            "[city, sport, world]",
                            "[world, sport, city, culture]",
                            "[world, {id: sport, name: Games #, colour: '#1d6b45'}, city]",
                            "[world, sport, {id: city, name: City, description: 'Town, # times.'}]")),
            Map.entry(
                    "lists",
                    List.of(
                            "{pageSize: 2, feedSize: 4}",
                            "{pageSize: 3, feedSize: 4}",
                            "{pageSize: 4, feedSize: 2}",
                            "{pageSize: 3, feedSize: 4, fullText: false}",
                            "{pageSize: 3, feedSize: 4, feedFormats: [atom]}",
                            "{pageSize: 3, feedSize: 4, listFeeds: [tags]}",
                            "{pageSize: 3, feedSize: 4, leaveOut: [archive]}")),
            Map.entry(
                    "text",
                    List.of(
                            "{creditRequired: false}",
                            "{creditRequired: true}",
                            "{creditRequired: false, html: trusted}",
                            "{creditRequired: false, smartTypography: false}")),
            Map.entry(
                    "hosting",
                    List.of(
                            "{compress: [gzip], checksums: true}",
                            "{compress: [gzip], checksums: true, webSub: 'https://hub#.example/'}",
                            "{checksums: true, hosts: [nginx], headers: {X-Paper: '#'}}",
                            "{checksums: true, policyInPages: true, allow: {img-src: 'https://i#.example'}}")),
            Map.entry("budget", List.of("", "{article: #00 bytes}", "{front: 1 MB}")),
            Map.entry("history", List.of("true", "true", "false")),
            Map.entry(
                    "organisation",
                    List.of(
                            "",
                            "{name: The Press #, email: desk@changing.example, accent: '#9a2f16'}",
                            "{publicationName: Changing, reporting: true, copyright: 'All # rights reserved'}",
                            "{logo: world/pixel.svg, policies: {ethicsPolicy: /about/}}")),
            Map.entry("navigation", List.of("", "[{name: Link #, to: /world/}]")),
            Map.entry("footer", List.of("", "[{name: Foot #, to: /sport/}]")),
            Map.entry("copyright", List.of("", "'Of # times'")),
            Map.entry("crawlers", List.of("", "{blockedAgents: [Bot#]}", "{disallow: [/private/], llmsTxt: false}")),
            Map.entry("statements", List.of("", "{ads: ['ads#.example, 1, DIRECT']}")),
            Map.entry("params", List.of("", "{tide: '#'}", "{tide: low, moon: '#'}")),
            Map.entry("editions", List.of("", "", "[{language: uk, name: 'Часи #'}]")),
            Map.entry(
                    "targets",
                    List.of(
                            "",
                            "{live: {kind: folder, path: ../live#}}",
                            "{live: {kind: s3, bucket: changing-times-#}}"))));

    private final SiteBuilder site;
    private final Random random;
    private final TreeMap<String, String> settings = new TreeMap<>();
    private final boolean keepGoing;

    /** Whether nothing is ever so young that a build must read it to know whether it has changed. */
    private final boolean slow;

    /** Whether what is changed is as young as it really is, and mostly a text: so that only texts need be read again. */
    private final boolean quick;

    /** Whether mostly articles are changed, in any way: so that many rounds in a row look at nothing else. */
    private final boolean newsy;

    /** Whether it is made for those who write it, as {@code serve} does. */
    private final boolean preview;

    private boolean beginning = true;

    private final TreeMap<String, Story> stories = new TreeMap<>();
    private final TreeMap<String, String> templates = new TreeMap<>();
    private final Set<String> touched = new TreeSet<>();
    private boolean touchedMore;
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private int counter;

    /** An article as it stands in its file. */
    private record Story(
            String headline,
            String text,
            Instant published,
            List<String> tags,
            String author,
            String more,
            boolean broken) {
        Story titled(String newHeadline) {
            return new Story(newHeadline, text, published, tags, author, more, broken);
        }

        Story saying(String newText) {
            return new Story(headline, newText, published, tags, author, more, broken);
        }

        Story at(Instant newPublished) {
            return new Story(headline, text, newPublished, tags, author, more, broken);
        }

        Story tagged(List<String> newTags) {
            return new Story(headline, text, published, newTags, author, more, broken);
        }

        Story by(String newAuthor) {
            return new Story(headline, text, published, tags, newAuthor, more, broken);
        }

        Story with(String newMore) {
            return new Story(headline, text, published, tags, author, newMore, broken);
        }

        Story broken(boolean isBroken) {
            return new Story(headline, text, published, tags, author, more, isBroken);
        }

        @Override
        public String toString() {
            return "---\nheadline: " + (broken ? "[" : "\"" + headline + "\"") + "\npublished: " + published
                    + "\ntags: " + tags + "\nauthors: [" + author + "]\n"
                    // Where none is written, the text's opening stands in cards, and a new text is more than a text.
                    + (tags.size() % 2 == 0 ? "standfirst: In short.\n" : "") + more + "---\n" + text + "\n";
        }
    }

    ChangingPaper(Path folder, long seed) {
        this.site = new SiteBuilder(folder);
        this.random = new Random(seed);
        // Not by chance: what java.util.Random says first is the same for all small seeds.
        this.keepGoing = seed % 2 == 0;
        this.slow = seed % 4 < 2;
        this.quick = seed % 4 == 3;
        this.newsy = seed % 4 == 2;
        this.preview = seed % 8 == 2;
        settings.put("name", "The Changing Times");
        settings.put("url", "https://changing.example/");
        settings.put("zone", "Europe/Kyiv");
        settings.put("sections", "[world, sport, city]");
        settings.put("lists", "{pageSize: 3, feedSize: 4}");
        settings.put("text", "{creditRequired: false}");
        settings.put("hosting", "{compress: [gzip], checksums: true}");
        settings.put("history", "true");
        writeSettings();
        put("content/people/ada-king.md", "---\nname: Ada King\nrole: Editor\n---\nShe edits.\n");
        put("content/world/pixel.svg", PIXEL.formatted(16));
        templates.put("base.peb", """
                <!DOCTYPE html><html lang="{{ page.language }}"><head><title>{{ page.head.title }}</title>
                <style>p{margin:{{ site.name | length }}px}</style>
                <script type="application/ld+json">{{ page.head.structuredData | raw }}</script></head><body>
                <nav>{% for link in site.sections %}<a href="{{ link.address }}">{{ link.name }}</a>{% endfor %}</nav>
                {% for card in site.breaking %}<b>{{ card.headline }}</b>{% endfor %}
                {% block main %}{% endblock %}<i>{{ t("foot") }} {{ site.motto }} {{ site.organisation }} {{ site.email }}
                {{ site.copyright }} {{ site.accent }} {% if site.logo is not null %}{{ site.logo.address }}{% endif %}</i>
                {% for link in site.navigation %}{{ link.name }}{% endfor %}
                {% for link in site.footer %}{{ link.name }}{% endfor %}
                {% for feed in site.feeds %}{{ feed.address }}{% endfor %}</body></html>
                """);
        templates.put("list.peb", """
                {% extends "base.peb" %}{% block main %}<h1>{{ list.title }} {{ list.total }}</h1>
                {% for card in list.cards %}{% include "parts/card.peb" with {"card": card} %}{% endfor %}
                {{ list.pager.older }} {{ list.pager.newer }} {{ list.descriptionHtml | raw }} {{ site.params.tide }}
                {% for feed in list.feeds %}{{ feed.address }}{% endfor %}{% endblock %}
                """);
        for (String name : List.of("section", "tag", "contributor", "corrections")) {
            templates.put(name + ".peb", "{% extends \"list.peb\" %}");
        }
        templates.put("story.peb", """
                {% extends "base.peb" %}{% block main %}<h1>{{ list.title }}</h1>{% for card in list.cards %}
                {{ card.headline }}{% endfor %}{% if list.story %}{% for event in list.story.timeline %}
                {{ event.date }} {{ event.html | raw }}{% endfor %}{% endif %}{% endblock %}
                """);
        templates.put("named.peb", """
                {% extends "base.peb" %}{% block main %}<h1>{{ list.title }}</h1>{{ list.contributor }}{{ list.sameAs }}
                {% for said in list.quotations %}{{ said.text }} {{ said.address }} {{ said.headline }}{% endfor %}
                {% for card in list.cards %}{{ card.headline }}{% endfor %}{% endblock %}
                """);
        templates.put("article-live.peb", """
                {% extends "base.peb" %}{% block main %}<h1>{{ article.card.headline }}</h1>{% if article.live %}
                {{ article.live.state }} {{ article.live.total }} {{ article.live.print }} {{ article.live.oldest }}
                {% for entry in article.live.pinned %}<b id="{{ entry.id }}">{{ entry.print }}</b>{% endfor %}
                {% for event in article.live.keyEvents %}<a href="{{ event.address }}">{{ event.title }}</a>{% endfor %}
                {% for entry in article.live.entries %}<p id="{{ entry.id }}">{{ entry.titleHtml | raw }}
                {% for piece in entry.body.pieces %}{{ piece.html | raw }}{% endfor %}
                {% if entry.author %}{{ entry.author.name }}{% endif %}
                {% if entry.article %}{{ entry.article.name }}{% endif %}</p>{% endfor %}
                {{ article.live.pager.older }} {{ article.live.pager.newer }}{% endif %}{% endblock %}
                """);
        templates.put("parts/card.peb", """
                <p><a href="{{ card.address }}">{{ card.headline }}</a> {{ card.standfirstHtml | raw }}
                {% for person in card.byline.people %}{{ person.name }}{% endfor %} {{ card.published.full }}
                {{ card.section }} {{ card.sectionColour }}</p>
                """);
        templates.put("front.peb", """
                {% extends "base.peb" %}{% block main %}{% for slot in front.slots %}<h2>{{ slot.title }}</h2>
                {% for card in slot.cards %}{% include "parts/card.peb" with {"card": card} %}{% endfor %}
                {% endfor %}{% endblock %}
                """);
        templates.put("article.peb", """
                {% extends "base.peb" %}{% block main %}<h1>{{ article.card.headline }}</h1>
                {% for piece in article.body.pieces %}{{ piece.html | raw }}{% if piece.picture is not null %}
                <img src="{{ piece.picture.address }}" width="{{ piece.picture.width }}">{% endif %}{% endfor %}
                {% for note in article.corrections %}{{ note.html | raw }}{% endfor %}
                {% for note in article.updates %}{{ note.html | raw }}{% endfor %}{{ article.versions }}
                {{ article.aiLabel }}{{ article.archived }}
                {% for card in article.related %}<a href="{{ card.address }}">{{ card.headline }}</a>{% endfor %}
                {% for one in article.named %}<a href="{{ one.address }}">{{ one.name }}</a>{% endfor %}
                {% if article.partBefore is not null %}{{ article.partBefore.name }}{% endif %}
                {% if article.newer is not null %}{{ article.newer.headline }}{% endif %}{% endblock %}
                """);
        templates.put("standing.peb", "{% extends \"base.peb\" %}");
        templates.put("overview.peb", """
                {% extends "base.peb" %}{% block main %}{% for group in overview.groups %}{% for one in group.links %}
                <a href="{{ one.address }}">{{ one.name }} {{ one.count }}</a>{% endfor %}{% endfor %}{% endblock %}
                """);
        templates.put("404.peb", """
                {% extends "base.peb" %}{% block main %}{% for param in site.params %}{{ param.key }}{% endfor %}
                {% if hasData("tides") %}{{ data("tides") }}{% endif %}{% endblock %}
                """);
        templates.put("withdrawn.peb", """
                {% extends "base.peb" %}{% block main %}{{ withdrawal.reasonHtml | raw }}
                {% if withdrawal.since is not null %}{{ withdrawal.since.full }}{% endif %}
                {% if withdrawal.section is not null %}{{ withdrawal.section.name }}{% endif %}{% endblock %}
                """);
        templates.put("versions.peb", """
                {% extends "base.peb" %}{% block main %}{{ versions.article.name }}{% for version in versions.changes %}
                {{ version.date.full }}{% for passage in version.passages %}{{ passage.html | raw }}{% endfor %}
                {% endfor %}{{ versions.first.headlineHtml | raw }}{% endblock %}
                """);
        templates.put("assets/css/paper.css", "body { margin: 0 }\n");
        templates.put("strings/en.yaml", "foot: Printed with care\nnote.correction: Correction\n");
        templates.forEach((name, text) -> put("templates/" + name, text));
        for (int i = 0; i < 4 + random.nextInt(8); i++) {
            add();
        }
        beginning = false;
    }

    Path output() {
        return preview ? OutputFolder.preview(site.folder(), "paper") : site.output();
    }

    /** What was touched since this was last asked, as a watcher would tell. */
    Touched touched() {
        var all = new Touched(touchedMore, Set.copyOf(touched));
        touched.clear();
        touchedMore = false;
        return all;
    }

    BuildOptions options() {
        return options(output(), now);
    }

    Instant now() {
        return now;
    }

    /** The paper of another moment, into a folder that no build has seen. */
    BuildOptions cleanOptions(String name, Instant moment) {
        return options(clean(name), moment);
    }

    /** The same paper into a folder that no build has seen. */
    BuildOptions cleanOptions(int step) {
        return options(clean(Integer.toString(step)), now);
    }

    private Path clean(String name) {
        return preview
                ? OutputFolder.preview(site.folder(), "clean-" + name)
                : site.folder().resolve("clean-" + name);
    }

    private BuildOptions options(Path output, Instant moment) {
        return new BuildOptions(
                site.folder(),
                site.folder().resolve("no-home"),
                output,
                null,
                moment,
                false,
                false,
                false,
                keepGoing,
                false,
                2);
    }

    /** Changes something. What was changed, in words. */
    String change() {
        if (quick && random.nextBoolean()) {
            return each(
                    "edit",
                    story -> story.saying(
                            story.text().replaceFirst("(?s)\n\nWord .*", "") + "\n\nWord " + random.nextInt(9) + "."));
        }
        if (keepGoing && random.nextInt(10) == 0) {
            return claim();
        }
        if (newsy && random.nextInt(5) > 0) {
            return article();
        }
        return switch (random.nextInt(36)) {
            case 0, 1 -> add();
            case 2 -> "delete " + remove();
            case 3 -> rename();
            case 4 -> move();
            case 5, 6 -> each("retitle", story -> story.titled(headline()));
            case 7, 8, 9 -> each("rewrite", story -> story.saying(text()));
            case 10 -> each("retag", story -> story.tagged(tags()));
            case 11 -> each("re-author", story -> story.by(pick(AUTHORS)));
            case 12 -> each("re-date", story -> story.at(instant()));
            case 13 -> each("break or mend", story -> story.broken(!story.broken()));
            case 14, 15 -> each("dress", story -> story.with(more()));
            case 16 -> template();
            case 17, 34, 35 -> setting();
            case 18 -> {
                if (random.nextBoolean()) {
                    put("content/data/" + pick(List.of("tides", "moons")) + ".yaml", "- {hour: " + counter + "}\n");
                    yield "change data";
                }
                put("templates/strings/en.yaml", "foot: Printed " + counter + "\nnote.correction: Correction\n");
                yield "change a string";
            }
            case 19 -> picture();
            case 20, 21 -> {
                now = now.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
                yield "wait until " + now;
            }
            case 33 -> "nothing";
            case 22 -> {
                stories.forEach(this::write);
                yield "touch all";
            }
            case 23 -> each("withdraw", story -> story.with(withdrawn()));
            case 24 -> each("correct", story -> story.with(noted("corrections")));
            case 25 -> each("update", story -> story.with(noted("updates")));
            case 26 -> {
                new Build(options(), Progress.NONE).record();
                touchedMore = true;
                yield "record what readers have";
            }
            case 27, 28 -> each("follow live", story -> liveOr(story));
            case 29 -> each("quote", story -> story.saying(story.text() + quotation()));
            case 30 -> each("name", story -> story.with(named()));
            case 31 -> storyFile();
            default -> front();
        };
    }

    /** What an article has, another claims, too; or it has a text that cannot be set. */
    private String claim() {
        Instant day = Instant.parse("2026-11-23T10:00:00Z");
        return switch (random.nextInt(6)) {
            case 0, 1 -> each("claim an address", story -> story.at(day).with("slug: one\n"));
            case 2 -> each("claim an id", story -> story.at(day).with("id: the-one\n"));
            case 3 -> each("sink", story -> story.saying("> ".repeat(60) + "deep"));
            case 4 -> each("claim an old address", story -> story.with("aliases: [/old/]\n"));
            default -> {
                String path = stories.isEmpty() ? "content/world/none.md" : pick(new ArrayList<>(stories.keySet()));
                String twin = path.replaceFirst("(?:/index)?\\.md$", "/index.md");
                var story = new Story(headline(), text(), instant(), tags(), pick(AUTHORS), more(), false);
                stories.put(twin, story);
                write(twin, story);
                yield "add the twin " + twin;
            }
        };
    }

    /** Changes an article, or two, or time. */
    private String article() {
        return switch (random.nextInt(18)) {
            case 0, 1 -> add();
            case 2 -> "delete " + remove();
            case 3 -> rename();
            case 4 -> move();
            case 5, 6 -> each("retitle", story -> story.titled(headline()));
            case 7 -> each("rewrite", story -> story.saying(text()));
            case 8 -> each("retag", story -> story.tagged(tags()));
            case 9 -> each("re-author", story -> story.by(pick(AUTHORS)));
            case 10 -> each("re-date", story -> story.at(instant()));
            case 11 -> each("dress", story -> story.with(more()));
            case 12 -> each("note", story -> story.with(noted(random.nextBoolean() ? "updates" : "corrections")));
            case 13 -> each("follow live", story -> liveOr(story));
            case 14 -> each("quote", story -> story.saying(story.text() + quotation()));
            case 15 -> each("name", story -> story.with(named()));
            case 16 -> {
                now = now.plus(Duration.ofMinutes(random.nextInt(600)));
                yield "wait until " + now + ", and " + each("retitle", story -> story.titled(headline()));
            }
            default -> add() + ", and " + each("retitle", story -> story.titled(headline())) + ", and " + remove();
        };
    }

    /** A live report gains, loses or changes an entry; another article becomes one. */
    private Story liveOr(Story story) {
        if (!story.more().contains("genre: live")) {
            return story.with("genre: live\nlive: {start: " + story.published() + ", state: "
                            + pick(List.of("active", "paused", "archived")) + "}\n")
                    .saying(story.text() + entry(story));
        }
        int first = story.text().indexOf("::: entry");
        int end = story.text().indexOf("\n:::\n", Math.max(first, 0));
        return switch (first < 0 || end < 0 ? 0 : random.nextInt(5)) {
            case 3 ->
                story.saying(story.text().substring(0, first) + story.text().substring(end + 5));
            case 4 ->
                story.saying(story.text().substring(0, end) + " Put right."
                        + story.text().substring(end));
            default -> story.saying(story.text() + entry(story));
        };
    }

    private String entry(Story story) {
        Instant time = story.published().plus(Duration.ofMinutes(1 + random.nextInt(600)));
        return "\n\n::: entry {time=\"" + time.toString().replace("T", " ").replaceAll(":\\d\\dZ$", "Z") + "\""
                + (random.nextBoolean() ? " title=\"" + headline() + "\"" : "")
                + (random.nextInt(3) == 0 ? " key" : "")
                + (random.nextInt(5) == 0 ? " pin" : "")
                + (random.nextInt(4) == 0 ? " author=\"" + pick(AUTHORS) + "\"" : "")
                + (random.nextInt(4) == 0 && !stories.isEmpty() ? " article=\"" + any() + "\"" : "")
                + "}\nThe " + pick(WORDS) + ", for the " + counter + "th time.\n"
                + (random.nextInt(4) == 0 ? quotation() : "")
                + "\n:::\n";
    }

    private String quotation() {
        return "\n\n::: quote {by=\"" + pick(PEOPLE) + ", " + pick(WORDS) + "\"}\nWe said it " + random.nextInt(9)
                + " times.\n:::\n";
    }

    private String named() {
        return "people: [" + pick(PEOPLE) + (random.nextBoolean() ? ", {name: Olena, rel: about}" : "") + "]\n"
                + (random.nextBoolean()
                        ? "places: [{name: Harbour, uri: \"https://place.example/" + random.nextInt(3) + "\"}]\n"
                        : "")
                + (random.nextInt(3) == 0 ? "story: flood\n" : "");
    }

    private String any() {
        return pick(new ArrayList<>(stories.keySet()))
                .replaceFirst("^content/", "")
                .replaceFirst("\\.md$", "");
    }

    private String storyFile() {
        if (random.nextInt(4) == 0) {
            drop("content/stories/flood.md");
            return "delete the story";
        }
        put(
                "content/stories/flood.md",
                "---\nname: The flood " + counter + "\norder: " + pick(List.of("newest", "oldest"))
                        + "\n" + (stories.isEmpty() || random.nextBoolean() ? "" : "parts: [" + any() + "]\n")
                        + "timeline:\n  - {date: Once, text: It rained.}\n"
                        + (random.nextBoolean() ? "  - articles\n" : "") + "---\nSo far.\n");
        return "change the story";
    }

    private String add() {
        String path = "content/" + pick(SECTIONS) + "/2026/story-" + counter + ".md";
        var story = new Story(headline(), text(), instant(), tags(), pick(AUTHORS), more(), false);
        for (int entries = random.nextInt(4) == 0 ? 3 + random.nextInt(15) : 0; entries > 0; entries--) {
            story = liveOr(story);
        }
        stories.put(path, story);
        write(path, story);
        return "add " + path;
    }

    private String remove() {
        if (stories.isEmpty()) {
            return "nothing";
        }
        String path = pick(new ArrayList<>(stories.keySet()));
        stories.remove(path);
        drop(path);
        return path;
    }

    private String rename() {
        if (stories.isEmpty()) {
            return "rename nothing";
        }
        String from = pick(new ArrayList<>(stories.keySet()));
        return relocate(from, from.replaceFirst("[^/]*$", "renamed-" + counter + ".md"));
    }

    private String move() {
        if (stories.isEmpty()) {
            return "move nothing";
        }
        String from = pick(new ArrayList<>(stories.keySet()));
        return relocate(from, from.replaceFirst("content/[a-z]+/", "content/" + pick(SECTIONS) + "/"));
    }

    private String relocate(String from, String to) {
        Story story = Objects.requireNonNull(stories.remove(from));
        drop(from);
        stories.put(to, story);
        write(to, story);
        return "move " + from + " to " + to;
    }

    private String each(String what, java.util.function.UnaryOperator<Story> edit) {
        if (stories.isEmpty()) {
            return what + " nothing";
        }
        String path = pick(new ArrayList<>(stories.keySet()));
        Story story = edit.apply(Objects.requireNonNull(stories.get(path)));
        stories.put(path, story);
        write(path, story);
        return what + " " + path + "\n" + story;
    }

    private String template() {
        String name = pick(new ArrayList<>(templates.keySet()));
        if (name.startsWith("strings/")) {
            return "no template";
        }
        String before = Objects.requireNonNull(templates.get(name));
        String text = random.nextInt(6) == 0 && name.equals("article.peb")
                ? before.replace("headline", "headlin")
                : before + (name.endsWith(".css") ? "/* " + counter + " */" : "<!-- -->".repeat(counter % 3));
        put("templates/" + name, text);
        return "change templates/" + name;
    }

    private String picture() {
        if (random.nextInt(3) == 0) {
            drop("content/world/pixel.svg");
            return "delete the picture";
        }
        put("content/world/pixel.svg", PIXEL.formatted(10 + random.nextInt(10)));
        return "change the picture";
    }

    private String front() {
        if (random.nextInt(4) == 0) {
            drop("content/front.yaml");
            return "delete front.yaml";
        }
        String pin = stories.isEmpty() || random.nextBoolean()
                ? ""
                : "  pinned: [{article: "
                        + pick(new ArrayList<>(stories.keySet()))
                                .replaceFirst("^content/", "")
                                .replaceFirst("\\.md$", "")
                        + ", until: " + now.plus(Duration.ofHours(random.nextInt(60))) + "}]\n";
        String age = random.nextBoolean() ? "" : "maxAge: PT" + (1 + random.nextInt(90)) + "H";
        put(
                "content/front.yaml",
                "- id: top\n  title: Top " + counter + "\n  layout: lead\n  limit: 3\n" + pin + "  backfill: {" + age
                        + "}\n- id: more\n  layout: lead\n  limit: 2\n  backfill: {section: world, maxAge: PT"
                        + (1 + random.nextInt(90)) + "H}\n");
        put("templates/slots/lead.peb", "");
        return "change front.yaml";
    }

    /** One of the settings becomes another, or is there no more. */
    private String setting() {
        String name = pick(List.copyOf(SETTINGS.keySet()));
        String value =
                pick(Objects.requireNonNull(SETTINGS.get(name))).replace("#", Integer.toString(random.nextInt(3)));
        if (value.isEmpty()) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
        writeSettings();
        return "change settings: " + name + ": " + value;
    }

    /** Now and then with more lines above, so that all is declared somewhere else. */
    private void writeSettings() {
        var text = new StringBuilder("# Set.\n".repeat(random.nextInt(2)));
        settings.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        put("content/site.yaml", text.toString());
    }

    private String headline() {
        return pick(WORDS) + " " + pick(WORDS).toLowerCase(java.util.Locale.ROOT) + " " + random.nextInt(3);
    }

    private String text() {
        var text = new StringBuilder("The " + pick(WORDS) + " again, " + random.nextInt(100) + " times.\n\n");
        if (random.nextInt(3) == 0 && !stories.isEmpty()) {
            String other = pick(new ArrayList<>(stories.keySet()));
            text.append("See [[")
                    .append(other, other.lastIndexOf('/') + 1, other.length() - 3)
                    .append("]].\n\n");
        }
        if (random.nextInt(4) == 0) {
            text.append("![A pixel](/world/pixel.svg)\n\n");
        }
        if (random.nextInt(4) == 0) {
            text.append("## ").append(headline()).append("\n\nMore *of* it.\n");
        }
        return text.toString();
    }

    private String more() {
        return switch (random.nextInt(16)) {
            case 15 -> "status: withheld\n";
            case 13, 14 -> named();
            case 0 -> "embargo: " + now.plus(Duration.ofHours(random.nextInt(48) - 10)) + "\n";
            case 1 -> "expires: " + now.plus(Duration.ofHours(random.nextInt(72))) + "\n";
            case 2 -> "breaking: " + now.plus(Duration.ofHours(random.nextInt(24))) + "\n";
            case 3 -> "status: draft\n";
            case 4 -> "story: flood\n";
            case 5 -> "corrections: [{date: 2026-11-23T10:00, text: It was Tuesday.}]\n";
            case 6 -> "urgency: " + (1 + random.nextInt(8)) + "\n";
            case 8 -> withdrawn();
            case 9 -> noted("updates");
            case 10 -> "status: archived\n";
            case 11 -> "ai: {use: assisted, note: A program counted.}\n";
            case 7 -> "image: {src: /world/pixel.svg, alt: A pixel}\n";
            default -> "";
        };
    }

    /** Taken back, perhaps before readers had it. */
    private String withdrawn() {
        return "status: withdrawn\nreason: It was wrong, " + random.nextInt(9) + ".\n"
                + (random.nextBoolean()
                        ? ""
                        : "embargo: " + now.plus(Duration.ofHours(random.nextInt(48) - 24)) + "\n");
    }

    private String noted(String field) {
        return field + ": [{date: " + now.minus(Duration.ofMinutes(random.nextInt(600))) + ", text: It was "
                + pick(WORDS) + ".}]\n";
    }

    private List<String> tags() {
        return TAGS.stream().filter(tag -> random.nextInt(3) == 0).toList();
    }

    private Instant instant() {
        return now.minus(Duration.ofMinutes(random.nextInt(6 * 24 * 60) - 600))
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void write(String path, Story story) {
        put(path, story.toString());
    }

    /** Half of all files look old, so that the quick way of seeing what is unchanged is tried as well as the sure one. */
    private void put(String path, String text) {
        counter++;
        touched.add(path);
        site.write(path, text);
        if (quick ? beginning : random.nextBoolean() || slow) {
            try {
                Files.setLastModifiedTime(
                        site.folder().resolve(path),
                        FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(counter)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void drop(String path) {
        touched.add(path);
        try {
            Files.deleteIfExists(site.folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (var files = Files.walk(site.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
