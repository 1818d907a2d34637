package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.broadsheet.make.page.TemplateFault;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/**
 * Tells of files of a site's own theme that change nothing although they were meant to: nothing asks for them, and their
 * names are nearly those of files that are asked for. A designer's own templates, which others name, a layout that no front
 * has at this moment, notes and sketches are left alone.
 */
final class UnusedThemeFiles {
    private static final String ENDING = ".peb";
    private static final String STRINGS = "strings/";
    private static final String ASSETS = "assets/";
    /** The folders from which the newsroom chooses by name. */
    private static final Set<String> CHOSEN = Set.of("slots/", "embeds/");

    /** How files end that might have been meant for templates, and those whose texts can name other files. */
    private static final Set<String> TEMPLATE_LIKE =
            Set.of("peb", "pebble", "html", "htm", "xhtml", "twig", "j2", "txt");

    private static final Set<String> NAMING = Set.of("peb", "css", "js", "mjs", "json", "svg", "html", "webmanifest");
    private static final Pattern TAG = Pattern.compile("\\{[{%].*?[%}]\\}", Pattern.DOTALL);
    /** A quoted text in a tag, with the word before it and the sign that joins it to what follows. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?:(include|extends|import|embed|hasTemplate\\(|hasAsset\\()\\s*)?[\"']([^\"'\\n]{1,200})[\"'](\\s*~)?");

    private final Newsroom newsroom;
    private final Theme theme;
    private final Problems problems;
    private final Set<String> own;
    /** The files that a site can replace. */
    private final Set<String> replaceable = new TreeSet<>();

    private final Set<String> asked = new TreeSet<>();
    private final Set<String> beginnings = new TreeSet<>();
    private final StringBuilder texts = new StringBuilder();

    private UnusedThemeFiles(Newsroom newsroom, Theme theme, Set<String> own, Problems problems) {
        this.newsroom = newsroom;
        this.theme = theme;
        this.own = own;
        this.problems = problems;
    }

    /** @param newsroom all of it: what is held back today names templates, too */
    static void check(Newsroom newsroom, Theme theme, Problems problems) {
        Set<String> own = theme.added();
        if (!own.isEmpty()) {
            var files = new UnusedThemeFiles(newsroom, theme, own, problems);
            files.ask();
            own.forEach(files::check);
        }
    }

    private void ask() {
        theme.names().stream().filter(name -> !own.contains(name)).forEach(replaceable::add);
        for (Genre genre : Genre.values()) {
            replaceable.add("article-" + genre.id() + ENDING);
        }
        asked.addAll(replaceable);
        newsroom.articles().values().forEach(filed -> filed.ends().embeds().forEach(this::embed));
        for (Newsroom.Shelf shelf : newsroom.shelves()) {
            shelf.cards().forEach(card -> template(card.apparatus().template()));
            for (StandingPage page : shelf.matter().pages()) {
                template(page.template());
            }
            for (Body standing : Standing.bodies(shelf.settings(), shelf.matter())) {
                standing.ends().embeds().forEach(this::embed);
            }
            for (FrontPage front : shelf.matter().fronts().values()) {
                front.slots().forEach(slot -> asked.add("slots/" + slot.layout() + ENDING));
            }
        }
        theme.names().stream().filter(name -> NAMING.contains(ending(name))).forEach(this::names);
    }

    private void template(Card.@org.jspecify.annotations.Nullable Reference named) {
        if (named != null) {
            asked.add(named.text() + ENDING);
        }
    }

    private void embed(Card.Reference named) {
        asked.add("embeds/" + named.text() + ENDING);
    }

    /** What a file names: templates whole or by their beginnings, other files anyhow. */
    private void names(String file) {
        String text = new String(theme.folder().read(file).orElseThrow(), StandardCharsets.UTF_8);
        if (!file.endsWith(ENDING)) {
            texts.append(text).append('\n');
            return;
        }
        TAG.matcher(text)
                .results()
                .flatMap(tag -> QUOTED.matcher(tag.group()).results())
                .forEach(this::name);
    }

    private void name(MatchResult quoted) {
        String name = quoted.group(2);
        asked.add(ASSETS + name);
        if ("hasAsset(".equals(quoted.group(1))) {
            replaceable.add(ASSETS + name);
            return;
        }
        // Any other word may be a key or a word of the theme; a path can only be a file.
        if (quoted.group(1) != null || name.indexOf('/') >= 0) {
            asked.add(name.endsWith(ENDING) ? name : name + ENDING);
            if (quoted.group(3) != null && !CHOSEN.contains(name)) {
                beginnings.add(name);
            }
        }
    }

    private void check(String file) {
        if (file.startsWith(STRINGS)) {
            words(file);
            return;
        }
        boolean isAsked = asked.contains(file)
                || beginnings.stream().anyMatch(file::startsWith)
                || (!file.endsWith(ENDING) && texts.indexOf(file.substring(file.lastIndexOf('/') + 1)) >= 0);
        if (!isAsked) {
            meant(file)
                    .ifPresent(name -> tell(
                            file,
                            "Nothing asks for this file, so it changes no page.",
                            "Did you mean templates/" + name + "?"));
        }
    }

    /** The file that this one was probably meant to replace. */
    private Optional<String> meant(String file) {
        // What has its file already was not meant by another.
        List<String> free =
                replaceable.stream().filter(name -> !own.contains(name)).toList();
        String stem = TEMPLATE_LIKE.contains(ending(file)) ? file.substring(0, file.lastIndexOf('.')) : file;
        String template = stem.endsWith(ENDING) ? stem : stem + ENDING;
        Optional<String> exact = free.stream()
                .filter(name -> name.equalsIgnoreCase(template) || name.equalsIgnoreCase(file))
                .findFirst();
        if (exact.isPresent() || !(file.endsWith(ENDING) || file.startsWith(ASSETS))) {
            return exact.or(() -> elsewhere(file, free));
        }
        return elsewhere(file, free).or(() -> besides(file, free));
    }

    /** One of the same name in another folder; what has a name of its own there is left alone. */
    private static Optional<String> elsewhere(String file, Collection<String> names) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return names.stream()
                .filter(other -> other.endsWith("/" + name) || other.equals(name))
                .findFirst();
    }

    /** One in the same folder whose name is a slip away. */
    private static Optional<String> besides(String file, Collection<String> names) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        String ending = "." + ending(file);
        Set<String> beside = names.stream()
                .filter(name ->
                        name.startsWith(folder) && name.indexOf('/', folder.length()) < 0 && name.endsWith(ending))
                .map(name -> name.substring(folder.length(), name.length() - ending.length()))
                .collect(Collectors.toSet());
        return Nearest.slip(file.substring(folder.length(), file.length() - ending.length()), beside)
                .map(name -> folder + name + ending);
    }

    /** Words are read by language alone; those of a language that the paper may get one day are kept in peace. */
    private void words(String file) {
        Set<String> read = new TreeSet<>(Set.of(Theme.stringsName("en")));
        for (Site.EditionSettings edition : newsroom.site().editions()) {
            read.add(Theme.stringsName(edition.language().tag()));
            read.add(Theme.stringsName(edition.language().primary()));
        }
        String tag = file.substring(STRINGS.length()).replaceFirst("\\.[^.]*$", "");
        if (!file.endsWith(".yaml")) {
            if (List.of("yml", "yaml", "json", "properties").contains(ending(file))) {
                String name = Theme.stringsName(tag);
                tell(
                        file,
                        "Nothing reads this file: words stand in files that end in .yaml.",
                        "Did you mean templates/" + name + "?");
            }
            return;
        }
        if (!read.contains(file) && !isOtherLanguage(tag, read)) {
            tell(
                    file,
                    "No edition reads these words: they go by the language's tag, and no edition's is \"" + tag + "\".",
                    "Read are: "
                            + read.stream().map(name -> "templates/" + name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static boolean isOtherLanguage(String tag, Set<String> read) {
        String primary = tag.split("[-_]", 2)[0];
        return List.of(Locale.getISOLanguages()).contains(primary) && !read.contains(Theme.stringsName(primary));
    }

    private void tell(String file, String message, String hint) {
        problems.add(TemplateFault.UNUSED_THEME_FILE, Place.in(Path.of("templates", file)), message, hint);
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
