package press.broadsheet.view;

/** A source of an article. {@code address} and {@code reason} are empty if none; {@code label} names the kind. */
public record SourceView(String name, String address, String kind, String label, String reason) {}
