package press.broadsheet.view;

/** A way to another edition. {@code name} is the language's own name; {@code exact} if it leads to the same page, not only to the front. */
public record LanguageView(String tag, String name, String direction, String address, boolean exact, boolean current) {}
