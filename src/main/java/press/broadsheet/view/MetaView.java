package press.broadsheet.view;

/** A meta element: {@code attribute} is {@code name} or {@code property}. */
public record MetaView(String attribute, String name, String content) {}
