package press.broadsheet.view;

/**
 * A way to another edition.
 *
 * @param tag BCP 47
 * @param name the language's own name
 * @param direction {@code ltr} or {@code rtl}
 * @param address root-relative
 * @param exact whether it leads to the same page, not only to the front
 * @param current whether it is the edition that is read
 */
public record LanguageView(String tag, String name, String direction, String address, boolean exact, boolean current) {}
