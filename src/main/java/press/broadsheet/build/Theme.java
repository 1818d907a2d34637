package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import press.broadsheet.files.LayeredFolder;
import press.broadsheet.make.asset.StyleSheet;
import press.broadsheet.make.page.TemplateSource;
import press.broadsheet.make.page.Templates;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Digest;

/**
 * The designer's files, ready for use: the site's own over the app's.
 *
 * @param problems what compiling all templates told
 * @param pages names of the templates that pages may use, without ending
 * @param assets names to digests
 * @param digests of the templates' texts, by name with ending
 * @param names of all files
 * @param added those that are the site's own and replace none of the app's
 */
record Theme(
        LayeredFolder folder,
        Templates templates,
        List<Problem> problems,
        Set<String> pages,
        TreeMap<String, String> assets,
        Map<String, String> digests,
        Set<String> names,
        Set<String> added) {
    private static final String ENDING = ".peb";
    private static final String ASSETS = "assets/";
    private static final int DIGEST_LENGTH = 10;

    static Theme load(LayeredFolder folder) {
        Set<String> names = folder.names();
        var templateNames = names.stream().filter(name -> name.endsWith(ENDING)).toList();
        var templates = new Templates(new TemplateSource() {
            @Override
            public Optional<String> read(String name) {
                return folder.read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public List<String> names() {
                return templateNames;
            }
        });
        var pages = new TreeSet<String>();
        templateNames.stream()
                .filter(name -> name.indexOf('/') < 0)
                .forEach(name -> pages.add(name.substring(0, name.length() - ENDING.length())));
        var assets = new TreeMap<String, String>();
        for (String name : names) {
            if (name.startsWith(ASSETS)) {
                byte[] bytes = folder.read(name).orElseThrow();
                assets.put(name.substring(ASSETS.length()), Digest.of(bytes).substring(0, DIGEST_LENGTH));
            }
        }
        styles(folder, assets);
        var digests = new TreeMap<String, String>();
        for (String name : templateNames) {
            digests.put(name, Digest.of(folder.read(name).orElseThrow()));
        }
        // The app's own are right; they are read when a page needs them.
        Set<String> upper = folder.upper(names);
        List<Problem> problems =
                templates.compile(templateNames.stream().filter(upper::contains).toList());
        return new Theme(folder, templates, problems, pages, assets, digests, names, folder.added(names));
    }

    /**
     * Gives style sheets names that also change when the files do which they name: what is published under one name never
     * changes, so that browsers may keep it.
     */
    private static void styles(LayeredFolder folder, TreeMap<String, String> assets) {
        List<String> sheets =
                assets.keySet().stream().filter(name -> name.endsWith(".css")).toList();
        // A sheet may name one that names another.
        for (int depth = 0; depth < sheets.size(); depth++) {
            for (String sheet : sheets) {
                String text = new String(folder.read(ASSETS + sheet).orElseThrow(), StandardCharsets.UTF_8);
                var named = new TreeSet<String>();
                StyleSheet.withAddresses(text, sheet, name -> {
                    String digest = assets.get(name);
                    if (digest != null && !name.equals(sheet)) {
                        named.add(name + " " + digest);
                    }
                    return Optional.empty();
                });
                if (!named.isEmpty()) {
                    byte[] all = (text + String.join("\n", named)).getBytes(StandardCharsets.UTF_8);
                    assets.put(sheet, Digest.of(all).substring(0, DIGEST_LENGTH));
                }
            }
        }
    }

    /**
     * The names of the templates in a folder, without ending, in order.
     *
     * @param folder with a slash at its end: {@code slots/}
     */
    Set<String> namesIn(String folder) {
        return digests.keySet().stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length(), name.length() - ENDING.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<byte[]> asset(String name) {
        return folder.read(ASSETS + name);
    }

    /** The words of the theme for a language, file by file: the app's own, and those that a site puts over them. */
    List<byte[]> strings(String languageTag) {
        return folder.readAll(stringsName(languageTag));
    }

    static String stringsName(String languageTag) {
        return "strings/" + languageTag + ".yaml";
    }
}
