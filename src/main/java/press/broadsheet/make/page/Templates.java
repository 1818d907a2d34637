package press.broadsheet.make.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.core.DisallowExtensionCustomizerBuilder;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.PageNeed;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

/**
 * Pebble, kept in. Variables are strict, everything printed is escaped, values are views, lists, maps, text and numbers
 * and nothing else has attributes. Every fault is a {@link Problem} with template, line and the nearest known name.
 * Thread-safe.
 */
public final class Templates {
    private final TemplateSource source;
    private final NamedTemplates loader;
    private final PebbleEngine engine;

    /** Of variables, by place: who reads a template knows more of them than who prints it. */
    private final Map<Place, Problem> told = new ConcurrentHashMap<>();

    /** All names that some template gives; empty until one was read ahead. */
    private volatile Set<String> given = Set.of();

    /** Every page's template may ask for these; what a page has not got is nothing. */
    static final List<String> VARIABLES = List.of(
            "site", "page", "article", "front", "list", "overview", "standing", "latest", "versions", "withdrawal");

    /** To let functions ask the desk without giving it to templates: the page that is printed on this thread. */
    private static final ThreadLocal<Sheet> SHEET = new ThreadLocal<>();

    /** What functions need to know of the page that is being printed. */
    private record Sheet(NewsDesk desk, Colours colours) {}

    public Templates(TemplateSource source) {
        this.source = source;
        this.loader = new NamedTemplates(source, Templates::noteUse);
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .literalDecimalTreatedAsInteger(true)
                .allowOverrideCoreOperators(true)
                .registerExtensionCustomizer(new DisallowExtensionCustomizerBuilder()
                        .disallowedTokenParserTags(Dialect.NO_TAGS)
                        .disallowedFilterKeys(Dialect.NO_FILTERS)
                        .disallowedFunctionKeys(Dialect.NO_FUNCTIONS)
                        .build())
                .extension(new Dialect(new Functions(() -> sheet().desk(), () -> sheet().colours(), this::ask).all()))
                .build();
    }

    /** Whether there is a template of this name; {@code .peb} may be left out. */
    public boolean has(String template) {
        return loader.resourceExists(template);
    }

    /** As {@link #has}, for a page: one that is put there later makes the page stale. */
    private boolean ask(String template) {
        noteUse(NamedTemplates.normalise(template));
        return has(template);
    }

    /** Reads every template, used or not, and tells what is wrong with any. */
    public List<Problem> compileAll() {
        return compile(source.names());
    }

    /** Reads these templates, used or not, and tells what is wrong with any. */
    public List<Problem> compile(Collection<String> names) {
        var problems = new ArrayList<Problem>();
        var variables = new TreeSet<String>(VARIABLES);
        if (!names.isEmpty()) {
            given = GivenNames.of(source);
            variables.addAll(given);
        }
        for (String name : names) {
            try {
                var template = (PebbleTemplateImpl) engine.getTemplate(name);
                List<Problem> found = new TemplateCheck(
                                template,
                                engine.getExtensionRegistry(),
                                loader,
                                new Inheritance(template, this::compiled),
                                variables)
                        .problems();
                found.stream().filter(Templates::isOfVariable).forEach(fault -> told.put(fault.place(), fault));
                problems.addAll(found);
            } catch (RuntimeException fault) {
                problems.add(problem(fault, name, Map.of()));
            }
        }
        return problems;
    }

    /** Empty if there is no such template, or none that can be read; that is told where it is compiled itself. */
    private Optional<PebbleTemplateImpl> compiled(String name) {
        try {
            return Optional.of((PebbleTemplateImpl) engine.getTemplate(NamedTemplates.normalise(name)));
        } catch (RuntimeException fault) {
            return Optional.empty();
        }
    }

    private Problem problem(Throwable fault, String asked, Map<String, Object> values) {
        Problem found = Faults.problem(fault, asked, values, given);
        if (isOfVariable(found) && told.containsKey(found.place())) {
            return told.get(found.place());
        }
        if (found.code() != TemplateFault.BROKEN_TEMPLATE) {
            return found;
        }
        String name = Faults.name(found.place());
        return source.read(name)
                .flatMap(TemplateSyntax::of)
                .map(finding ->
                        new Problem(found.code(), Faults.at(name, finding.line()), finding.message(), finding.hint()))
                .orElse(found);
    }

    private static boolean isOfVariable(Problem fault) {
        return fault.code() == TemplateFault.UNKNOWN_VARIABLE || fault.code() == TemplateFault.ATTRIBUTE_OF_NOTHING;
    }

    /**
     * Prints a page, in UTF-8.
     *
     * @param values the template's variables by name: views, lists, maps, text, numbers
     * @param desk answers the functions {@code t} and {@code asset}
     * @throws TemplateException if a template is at fault
     */
    public byte[] print(String template, Map<String, Object> values, NewsDesk desk) {
        Sheet before = SHEET.get();
        var sheet = new Sheet(desk, new Colours());
        SHEET.set(sheet);
        var all = new HashMap<String, Object>();
        VARIABLES.forEach(name -> all.put(name, null));
        all.putAll(values);
        CharacterBuffer page = CharacterBuffer.take();
        try {
            engine.getTemplate(NamedTemplates.normalise(template))
                    .evaluate(page, all, desk.language().locale());
            sheet.colours().fill(page);
            return page.toBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (RuntimeException | StackOverflowError fault) {
            throw new TemplateException(problem(fault, NamedTemplates.normalise(template), all), fault);
        } finally {
            page.giveBack();
            if (before == null) {
                SHEET.remove();
            } else {
                SHEET.set(before);
            }
        }
    }

    /** Outside of a page, while all templates are read, nobody depends on any. */
    private static void noteUse(String template) {
        Sheet current = SHEET.get();
        if (current != null) {
            current.desk().note(new PageNeed.OfTemplate(template));
        }
    }

    private static Sheet sheet() {
        Sheet current = SHEET.get();
        if (current == null) {
            throw new IllegalStateException("No page is being printed on this thread.");
        }
        return current;
    }
}
