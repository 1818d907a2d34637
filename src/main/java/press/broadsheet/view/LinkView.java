package press.broadsheet.view;

/** A named link. {@code current} if the page shown is this one or lies below it. */
public record LinkView(String name, String address, boolean current) {}
